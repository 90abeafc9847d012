// The page of a campaign: what verdict.json and seeds.csv of the same folder say.

const ROW = 28;
const byId = id => document.getElementById(id);
const number = count => count.toLocaleString('en');

function cells(name, ...inside) {
  return element('tr', {}, ...inside.map(one => element(name, {}, one)));
}

function tableOf(head, rows) {
  return element('table', {}, element('thead', {}, cells('th', ...head)),
    element('tbody', {}, ...rows));
}

function showIn(id, inside) {
  const section = byId(id);
  section.hidden = false;
  section.querySelector('div').append(inside);
}

class CampaignPage {
  constructor(verdict, commands, seeds) {
    this.verdict = verdict;
    this.commands = commands;
    this.folders = new Map((verdict.kept || []).map(one => [one.run, one.folder]));
    this.seeds = new Seeds(seeds, verdict.seed, this.folders);
  }

  show() {
    const {verdict} = this;
    byId('verdict').append(badge(verdict.verdict, verdict.verdict.toUpperCase()));
    byId('about').textContent = verdict.file + ', rules ' + verdict.rules + ', seed ' + verdict.seed
      + ', host ' + verdict.host + this.compared() + (verdict.interrupted ? ', interrupted: the runs that were made are all here' : '');
    this.showCards();
    this.showRules();
    verdict.smallest.forEach(one => this.showSmallest(one));
    this.showSometimes();
    this.showDenials();
    this.showKept();
    this.seeds.show();
  }

  compared() {
    const {runs, host, otherwise} = this.verdict.compared;
    return !runs ? '' : ', ' + number(runs) + ' also on host ' + host + ', '
      + (otherwise.length ? number(otherwise.length) + ' of them with other rows: ' + otherwise.slice(0, 5).join(', ')
        : 'with the same rows');
  }

  showCards() {
    const {verdict} = this;
    const card = (count, words, style) => byId('cards').append(element('div', {class: 'card'},
      element('b', {class: style}, count), words));
    card(number(verdict.runs), verdict.runs === 1 ? 'run' : 'runs');
    for (const [word, count] of Object.entries(verdict.verdicts)) {
      card(number(count), (SHAPES[word] || '') + ' ' + word, count ? word : 'dim');
    }
    card(number(verdict.rows), 'rows replicated');
    card((verdict.virtualNanos / 3.6e12).toFixed(1) + ' h', 'of virtual time');
  }

  /** A run, as a way to its page if it was kept. */
  run(name) {
    const folder = this.folders.get(name);
    return folder ? element('a', {href: folder + '/index.html'}, name) : name;
  }

  page(smallest) {
    return smallest.file.replace(/\.yaml$/, '.html');
  }

  showRules() {
    const {verdict} = this;
    const smallest = new Map(verdict.smallest.map(one => [one.oracle, one]));
    const rows = verdict.oracles.map(oracle => {
      const one = smallest.get(oracle.name);
      return cells('td', marked(oracle.held ? 'held' : 'broken'), element('code', {}, oracle.name),
        number(oracle.counts.held), number(oracle.counts.broken), number(oracle.counts.vacuous),
        oracle.first ? this.run(oracle.first) : '',
        one ? element('a', {href: this.page(one)}, one.sizes) : '');
    });
    byId('rules').append(tableOf(
      ['', 'rule', 'held', 'broken', 'vacuous', 'first broken in', 'smallest case'], rows));
  }

  showSmallest(one) {
    byId('smallest').hidden = false;
    const picture = this.page(one).replace(/\.html$/, '.svg');
    byId('smallest').append(element('div', {class: 'case'},
      element('h3', {}, element('code', {}, one.oracle)),
      element('p', {}, one.says),
      element('p', {class: 'dim'}, 'out of run ', this.run(one.run), ': ' + one.sizes),
      command(this.commands[one.file]),
      ...this.chance(this.verdict.rewound.find(other => other.oracle === one.oracle)),
      element('p', {}, element('a', {href: this.page(one)}, 'its diagram'), ', ',
        element('a', {href: picture}, 'as a picture'), ', ',
        element('a', {href: one.file}, 'as a scenario'))));
  }

  /** How likely the violation was, played anew from earlier and earlier moments. */
  chance(rewound) {
    if (!rewound) return [];
    const after = rewound.pointOfNoReturn;
    const rows = rewound.moments.map(moment => {
      const filled = Math.round(10 * moment.violated / moment.times);
      return cells('td', moment.fromNanos / 1e9 + ' s', moment.violated + '/' + moment.times,
        element('code', {}, '█'.repeat(filled) + '░'.repeat(10 - filled)));
    });
    return [
      element('p', {}, after === undefined ? 'Chance could have kept ' + rewound.run + ' from it to the last.'
        : rewound.run + ' was all but sure to break it ' + (after ? 'after ' + after : 'from the start') + '.'),
      element('details', {}, element('summary', {}, 'How likely it was, from moment to moment'),
        tableOf(['played anew from', 'broke again', ''], rows)),
    ];
  }

  showSometimes() {
    const all = Object.entries(this.verdict.sometimes);
    if (all.length) {
      showIn('sometimes', tableOf(['', 'what', 'in so many runs'], all.map(([what, count]) =>
        cells('td', marked(count ? 'happened' : 'never'), what, number(count)))));
    }
  }

  showDenials() {
    const all = Object.entries(this.verdict.denials);
    if (all.length) {
      showIn('denials', tableOf(['stage', 'attempts'], all.map(([stage, count]) =>
        cells('td', stage, number(count)))));
    }
  }

  showKept() {
    const all = this.verdict.kept || [];
    if (!all.length) return;
    showIn('kept', tableOf(['run', '', '', 'replay'], all.map(one =>
      cells('td', this.run(one.run), marked(one.verdict),
        element('a', {href: one.folder + '/space-time.svg'}, 'picture'),
        command(this.commands[one.folder])))));
  }
}

/** The list of all runs. Of a hundred thousand only those in sight are in the page. */
class Seeds {
  constructor(text, seed, folders) {
    const lines = text.trimEnd().split('\n');
    this.head = lines[0].split(',');
    this.lines = lines.slice(1);
    this.seed = seed;
    this.folders = folders;
    this.verdictAt = this.head.indexOf('verdict');
  }

  show() {
    this.box = byId('seeds');
    this.body = element('tbody', {});
    this.box.append(element('table', {}, element('thead', {},
      cells('th', ...this.head.map(name => name.replace('_', ' ')))), this.body));
    const verdicts = [...new Set(this.lines.map(line => line.split(',')[this.verdictAt]))].sort();
    verdicts.forEach(word => byId('only').append(element('option', {value: word}, word)));
    byId('filter').addEventListener('input', () => this.choose());
    byId('only').addEventListener('change', () => this.choose());
    this.box.addEventListener('scroll', () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.box);
    this.choose();
  }

  choose() {
    const words = byId('filter').value.toLowerCase().split(/\s+/).filter(word => word);
    const only = byId('only').value;
    this.chosen = this.lines.filter(line =>
      (!only || line.split(',')[this.verdictAt] === only)
        && words.every(word => (this.seed + ':' + line).toLowerCase().includes(word)));
    byId('count').textContent = this.chosen.length === this.lines.length
      ? number(this.lines.length) + ' runs'
      : number(this.chosen.length) + ' of ' + number(this.lines.length) + ' runs';
    this.box.scrollTop = 0;
    this.draw();
  }

  draw() {
    const from = Math.max(0, Math.floor(this.box.scrollTop / ROW) - 10);
    const to = Math.min(this.chosen.length, from + Math.ceil(this.box.clientHeight / ROW) + 20);
    const space = rows => {
      const row = element('tr', {class: 'space', 'aria-hidden': true}, element('td', {colspan: this.head.length}));
      row.firstChild.style.height = rows * ROW + 'px';
      return row;
    };
    this.body.replaceChildren(space(from),
      ...this.chosen.slice(from, to).map(line => this.row(line.split(','))),
      space(this.chosen.length - to));
  }

  row(parts) {
    const name = this.seed + ':' + parts[0];
    const folder = this.folders.get(name);
    return cells('td', folder ? element('a', {href: folder + '/index.html'}, name) : name,
      ...parts.slice(1).map((part, at) => at + 1 === this.verdictAt ? marked(part) : part));
  }
}

begin(async () => {
  const [verdict, commands, seeds] = await Promise.all([
    unpackedText('verdict'), unpackedText('commands'), unpackedText('seeds')]);
  new CampaignPage(JSON.parse(verdict), JSON.parse(commands), seeds).show();
  document.documentElement.dataset.complete = '1';
  ready();
});
