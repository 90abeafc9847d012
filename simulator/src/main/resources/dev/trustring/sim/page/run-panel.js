// What stands beside the diagram: the chosen event, what devices held then, marks, what was found.

const KEYS_SHOWN = 300, FOUND_SHOWN = 500;

class Panel {
  constructor(run, choose) {
    this.run = run;
    this.choose = choose;
    this.tabs = ['event', 'state', 'marks', 'found'];
    this.tabs.forEach((name, at) => {
      const tab = this.tab(name);
      tab.addEventListener('click', () => this.open(name));
      tab.addEventListener('keydown', pressed => {
        const step = {ArrowRight: 1, ArrowLeft: -1}[pressed.key];
        if (step) {
          const next = this.tabs[(at + step + this.tabs.length) % this.tabs.length];
          this.open(next);
          this.tab(next).focus();
        }
      });
    });
    this.open('event');
  }

  tab(name) { return document.getElementById('tab-' + name); }

  open(name) {
    this.opened = name;
    for (const one of this.tabs) {
      document.getElementById(one).hidden = one !== name;
      this.tab(one).setAttribute('aria-selected', one === name);
      this.tab(one).tabIndex = one === name ? 0 : -1;
    }
    if (name === 'state') this.showState();
  }

  fill(name, ...inside) {
    document.getElementById(name).replaceChildren(...inside.filter(one => one));
  }

  show(event) {
    this.event = event;
    this.showEvent();
    if (this.opened === 'state') this.showState();
  }

  showEvent() {
    const {run, event} = this;
    if (event < 0) {
      this.fill('event', element('p', {class: 'dim'},
        'Click an event, or press ↓ in the diagram. ? tells the keys.'));
      return;
    }
    const fields = [
      ['time', run.seconds(run.nanos[event])],
      ['device', run.nameOf(run.lane[event])],
      ['kind', run.word(event)],
      run.peer[event] ? ['other device', run.nameOf(run.peer[event] - 1)] : null,
      ['what', run.labelOf(event)],
      ['in full', run.textOf(event)],
      this.flightField(),
    ];
    this.fill('event',
      element('h3', {}, 'Event ' + (event + 1) + ' of ' + run.size.toLocaleString('en')),
      table('fields', fields.filter(one => one).map(([name, value]) => [th(name), td(value)])),
      ...this.decision(run.decisionOf(event)));
  }

  flightField() {
    const {run, event} = this;
    const other = run.flight[event] ? event - run.flight[event] : run.arrival[event];
    if (!run.isFrame[run.kind[event]] || !other) return null;
    const word = run.flight[event] ? 'sent at ' : run.word(other) === 'lost' ? 'lost at ' : 'arrived at ';
    return ['frame', this.link(other, word + run.seconds(run.nanos[other]))];
  }

  link(event, words) {
    return element('button', {type: 'button', onclick: () => this.choose(event)}, words);
  }

  decision(record) {
    if (!record) return [];
    const stop = record.firstStop;
    const parts = [
      element('h3', {}, 'Attempt ' + record.id + ': ', marked(record.outcome)),
      element('p', {}, record.from + ' → ' + record.to + ', store ' + record.store
        + (record.label ? ' (' + record.label + ')' : '') + ', ' + record.mode),
      stop ? element('p', {'data-testid': 'stop'}, element('b', {}, 'Stopped at '
        + stop.stage + ', gate ' + stop.gate + (stop.reason ? ': ' + stop.reason : ''))) : null,
      element('p', {}, element('b', {}, 'The app saw '), record.visible.sentence),
    ];
    if (record.fixes.length) {
      parts.push(element('h3', {}, 'Smallest changes that let it through'),
        element('ol', {'data-testid': 'fixes'}, ...record.fixes.map(fix => element('li', {},
          fix.changes.join('; and '),
          ...fix.notes.map(note => element('div', {class: 'dim'}, note))))));
    }
    if (record.alsoWouldStop.length) {
      parts.push(element('p', {}, 'Would have stopped it as well: '
        + record.alsoWouldStop.map(one => one.gate + ' ' + one.stage).join(', ')));
    }
    const asked = record.gates.filter(gate => gate.asked || gate.verdict !== 'skipped');
    parts.push(element('h3', {}, 'Gates'), this.gates(asked, stop));
    return parts;
  }

  gates(gates, stop) {
    const rows = gates.map(gate => {
      const evidence = gate.evidence.map(fact => element('div', {},
        fact.says + (fact.file ? ' (' + fact.file + ':' + fact.line + ')' : '')));
      const row = element('tr', {class: stop && gate.id === stop.gate ? 'stop' : null},
        td(gate.id), td(gate.name), td(gate.side),
        element('td', {}, marked(gate.verdict), ...evidence));
      return row;
    });
    return element('div', {class: 'wide'}, element('table', {},
      element('thead', {}, element('tr', {}, th('gate'), th(''), th('side'), th(''))),
      element('tbody', {}, ...rows)));
  }

  showState() {
    const {run} = this;
    if (!run.changes) return;
    const at = this.event < 0 ? run.size - 1 : this.event;
    const tables = run.stateAfter(at);
    const parts = [element('p', {class: 'dim'}, this.event < 0
      ? 'At the end of the run.' : 'Right after ' + run.seconds(run.nanos[at]) + '. What this event changed is marked.')];
    for (const name of [...tables.keys()].sort()) {
      parts.push(element('h3', {}, name === 'permissions' ? 'Permissions' : 'Store ' + name),
        this.stateTable(name, tables.get(name), at));
    }
    if (!tables.size) parts.push(element('p', {}, 'Nothing is stored yet.'));
    this.fill('state', ...parts);
  }

  stateTable(name, keys, at) {
    const {run} = this;
    const lanes = [...new Set(run.head.tables.filter(one => one.name === name).map(one => one.lane))]
      .sort((a, b) => a - b);
    const rows = [...keys.entries()].map(([key, cells]) => [run.words.get(key), cells])
      .sort((a, b) => a[0] < b[0] ? -1 : 1);
    const body = rows.slice(0, KEYS_SHOWN).map(([key, cells]) => element('tr', {},
      element('th', {scope: 'row', class: 'key'}, key), ...lanes.map(lane => this.stateCell(cells.get(lane), at))));
    const more = rows.length - KEYS_SHOWN;
    return element('div', {class: 'wide', tabindex: 0}, element('table', {},
      element('thead', {}, element('tr', {}, th('key'), ...lanes.map(lane => th(run.nameOf(lane))))),
      element('tbody', {}, ...body)),
    more > 0 ? element('p', {class: 'dim'}, 'and ' + more + ' more keys') : null);
  }

  stateCell(change, at) {
    if (change === undefined) return element('td', {class: 'dim'}, '–');
    const c = this.run.changes;
    const writer = this.run.words.get(c.writer[change]);
    const value = c.what[change] === TOMBSTONE ? 'deleted' : this.run.words.get(c.value[change]);
    const now = c.event[change] === at;
    return element('td', {class: now ? 'changed' : null}, (now ? '● ' : '') + value,
      writer ? element('div', {class: 'dim'}, 'by ' + writer) : null);
  }

  /** Where the run broke, and what was done to it. */
  showMarks() {
    const {head} = this.run;
    const entry = (event, nanos, ...words) => element('li', {},
      this.link(event, [words[0], this.run.seconds(nanos), ...words.slice(1)].join('  ')));
    const item = (nanos, ...words) => entry(Math.max(0, this.run.lastUpTo(nanos)), nanos, ...words);
    const breaches = head.breaches.map(breach => breach.row === undefined
      ? element('li', {}, element('p', {class: 'bad'}, '✕ at the end  ' + breach.rule + '  ' + breach.says))
      : entry(breach.row, this.run.nanos[breach.row], '✕', breach.rule, breach.says));
    this.fill('marks',
      element('h3', {}, 'Broken'),
      breaches.length ? element('ul', {class: 'list'}, ...breaches) : element('p', {class: 'dim'}, 'Nothing.'),
      element('h3', {}, 'Faults'),
      head.bands.length
        ? element('ul', {class: 'list'}, ...head.bands.map(band => item(band.from, '▒', band.kind,
          'until ' + this.run.seconds(band.to) + '  ' + band.says)))
        : element('p', {class: 'dim'}, 'None.'),
      element('h3', {}, 'Off'),
      head.gaps.length
        ? element('ul', {class: 'list'}, ...head.gaps.map(gap => item(gap.from, '┊',
          this.run.nameOf(gap.lane) + ' ' + gap.word, 'until ' + this.run.seconds(gap.to))))
        : element('p', {class: 'dim'}, 'Nobody was.'));
  }

  showFound(hits) {
    const more = hits.length - FOUND_SHOWN;
    this.fill('found',
      hits.length ? null : element('p', {class: 'dim'}, 'Nothing is searched for, or nothing was found.'),
      element('ul', {class: 'list'}, ...hits.slice(0, FOUND_SHOWN).map(hit =>
        element('li', {}, this.link(hit, this.run.sentence(hit))))),
      more > 0 ? element('p', {class: 'dim'}, 'and ' + more.toLocaleString('en') + ' more') : null);
  }
}

function table(style, rows) {
  return element('table', {class: style}, element('tbody', {},
    ...rows.map(cells => element('tr', {}, ...cells))));
}

function th(...inside) { return element('th', {scope: 'col'}, ...inside); }

function td(...inside) { return element('td', {}, ...inside); }
