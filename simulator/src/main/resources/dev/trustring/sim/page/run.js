// Puts the page of a run together and follows pointer and keys.

const byId = id => document.getElementById(id);

class RunPage {
  constructor(run) {
    this.run = run;
    this.kinds = run.head.kinds.map(kind => !kind.behind);
    this.axis = new Axis(run);
    this.axis.show(this.kinds);
    this.chart = new Chart(byId('chart'), run, this.axis);
    this.panel = new Panel(run, event => this.choose(event));
    this.panel.show(-1);
    this.found = [];
    this.showHead();
    this.showKinds();
    this.listen();
    this.goToBegin();
  }

  showHead() {
    const {head} = this.run;
    byId('title').textContent = head.title;
    byId('verdict').append(badge(head.verdict));
    byId('verdict').title = head.meaning;
    byId('about').textContent = 'rules ' + head.rules + ', seed ' + head.seed + ', host ' + head.host
      + ', hash ' + head.hash + ', ' + this.run.size.toLocaleString('en') + ' events, '
      + head.frames.toLocaleString('en') + ' frames, ' + head.lost.toLocaleString('en') + ' lost, '
      + head.rows.toLocaleString('en') + ' rows replicated';
    if (head.home) byId('home').append(element('a', {href: head.home}, 'whole campaign'));
    byId('replay').append(command(head.replay));
  }

  /** What can be drawn; frames are one thing to people. */
  showKinds() {
    const counts = new Uint32Array(this.kinds.length);
    for (let i = 0; i < this.run.size; i++) counts[this.run.kind[i]]++;
    const groups = new Map();
    this.run.kinds.forEach((word, kind) => {
      const group = this.run.isFrame[kind] ? 'frames' : word;
      groups.set(group, [...(groups.get(group) || []), kind]);
    });
    for (const [name, members] of groups) {
      const box = element('input', {type: 'checkbox', 'data-testid': 'kind-' + name});
      box.checked = this.kinds[members[0]];
      box.addEventListener('change', () => {
        members.forEach(kind => { this.kinds[kind] = box.checked; });
        this.keepPlace(() => this.axis.show(this.kinds));
      });
      const count = members.reduce((sum, kind) => sum + counts[kind], 0);
      byId('kinds').append(element('label', {}, box, name + ' ' + count.toLocaleString('en')));
    }
  }

  /** Lays events out anew; what was in the middle stays there. */
  keepPlace(change) {
    const {axis, chart} = this;
    const row = Math.min(axis.count - 1, axis.rowAt(chart.top + chart.span() / 2));
    const nanos = row >= 0 ? this.run.nanos[axis.shown[row]] : this.run.head.begin;
    change();
    chart.top = axis.heightOfTime(nanos) - chart.span() / 2;
    chart.draw();
  }

  /** Opens where a link says, at what broke first, or at the first line of the story. */
  goToBegin() {
    const {run, chart, axis} = this;
    chart.measure();
    const linked = /^#e=(\d+)$/.exec(location.hash);
    const broken = run.head.breaches.map(breach => breach.row).filter(row => row !== undefined);
    if (linked && Number(linked[1]) <= run.size && Number(linked[1]) > 0) {
      this.choose(Number(linked[1]) - 1);
    } else if (broken.length) {
      this.choose(Math.min(...broken));
    } else {
      chart.top = axis.heightOfTime(run.head.begin) - LEAST_STEP;
    }
    chart.drawNow();
  }

  choose(event) {
    if (event < 0 || event >= this.run.size) return;
    this.chart.chosen = event;
    this.chart.showEvent(event);
    this.panel.show(event);
    if (this.panel.opened === 'marks' || this.panel.opened === 'found') this.panel.showEvent();
    else if (this.panel.opened !== 'state') this.panel.open('event');
    byId('spoken').textContent = this.run.sentence(event);
    history.replaceState(null, '', '#e=' + (event + 1));
  }

  /** The next shown event on from the chosen one that is as wanted. */
  step(way, wanted) {
    const {axis, chart} = this;
    let row = chart.chosen < 0
      ? axis.rowAt(chart.top) - (way > 0 ? 1 : 0)
      : axis.rowNear(chart.chosen) - (way > 0 && axis.rowOf[chart.chosen] < 0 ? 1 : 0);
    for (row += way; row >= 0 && row < axis.count; row += way) {
      if (wanted(axis.shown[row])) {
        this.choose(axis.shown[row]);
        return;
      }
    }
  }

  trouble(way) {
    const broken = new Set(this.run.head.breaches.map(breach => breach.row));
    this.step(way, i => this.run.isTrouble(i) || broken.has(i));
  }

  search() {
    this.found = this.run.texts ? this.run.find(byId('search').value) : [];
    this.chart.hits = new Set(this.found);
    byId('hits').textContent = byId('search').value.trim()
      ? this.found.length.toLocaleString('en') + (this.found.length === 1 ? ' hit' : ' hits') : '';
    this.panel.showFound(this.found);
    this.chart.draw();
  }

  /** The next hit after the chosen event, or before it; from the other end where there is none. */
  hit(way) {
    if (!this.found.length) return;
    const {chosen} = this.chart;
    const next = way > 0
      ? this.found.find(one => one > chosen) ?? this.found[0]
      : this.found.findLast(one => one < chosen) ?? this.found[this.found.length - 1];
    this.showKindOf(next);
    this.choose(next);
  }

  showKindOf(event) {
    const kind = this.run.kind[event];
    if (!this.kinds[kind]) {
      const name = this.run.isFrame[kind] ? 'frames' : this.run.kinds[kind];
      [...byId('kinds').querySelectorAll('input')]
        .find(box => box.dataset.testid === 'kind-' + name).click();
    }
  }

  whole() {
    this.chart.zoom = 0;
    this.chart.top = -LEAST_STEP;
    this.chart.draw();
  }

  scale() {
    const pressed = !this.axis.inTime;
    byId('scale').setAttribute('aria-pressed', pressed);
    this.keepPlace(() => {
      this.axis.inTime = pressed;
      this.axis.place();
    });
  }

  listen() {
    const {chart} = this;
    const middle = () => HEAD + (chart.height - HEAD) / 2;
    byId('closer').addEventListener('click', () => chart.zoomBy(1.5, middle()));
    byId('farther').addEventListener('click', () => chart.zoomBy(1 / 1.5, middle()));
    byId('whole').addEventListener('click', () => this.whole());
    byId('scale').addEventListener('click', () => this.scale());
    byId('trouble').addEventListener('click', () => this.trouble(1));
    byId('help').addEventListener('click', () => byId('keys').showModal());
    byId('earlier').addEventListener('click', () => this.hit(-1));
    byId('later').addEventListener('click', () => this.hit(1));
    byId('search').addEventListener('input', () => this.search());
    byId('search').addEventListener('keydown', pressed => {
      if (pressed.key === 'Enter') this.hit(pressed.shiftKey ? -1 : 1);
    });
    byId('chart').addEventListener('keydown', pressed => this.key(pressed, middle()));
    document.addEventListener('keydown', pressed => {
      if (pressed.target.matches('input, textarea, select')) return;
      if (pressed.key === '/') {
        pressed.preventDefault();
        byId('search').focus();
      } else if (pressed.key === '?') {
        byId('keys').showModal();
      }
    });
    this.listenToPointer();
  }

  key(pressed, middle) {
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
    const {chart} = this;
    const page = chart.height - HEAD - 40;
    const acts = {
      ArrowDown: () => this.step(1, () => true),
      ArrowUp: () => this.step(-1, () => true),
      ArrowRight: () => this.trouble(1),
      ArrowLeft: () => this.trouble(-1),
      PageDown: () => chart.scrollBy(page, 0),
      PageUp: () => chart.scrollBy(-page, 0),
      Home: () => chart.scrollBy(-1e12, 0),
      End: () => chart.scrollBy(1e12, 0),
      '+': () => chart.zoomBy(1.5, middle),
      '=': () => chart.zoomBy(1.5, middle),
      '-': () => chart.zoomBy(1 / 1.5, middle),
      0: () => this.whole(),
      t: () => this.scale(),
      '[': () => chart.scrollBy(0, -80),
      ']': () => chart.scrollBy(0, 80),
    };
    if (acts[pressed.key]) {
      pressed.preventDefault();
      acts[pressed.key]();
    }
  }

  listenToPointer() {
    const {chart} = this;
    const canvas = byId('chart');
    const pointers = new Map();
    let moved = 0;
    canvas.addEventListener('wheel', wheel => {
      wheel.preventDefault();
      if (wheel.ctrlKey) chart.zoomBy(Math.exp(-wheel.deltaY / 300), wheel.offsetY);
      else chart.scrollBy(wheel.shiftKey ? 0 : wheel.deltaY, wheel.shiftKey ? wheel.deltaY : wheel.deltaX);
    }, {passive: false});
    canvas.addEventListener('pointerdown', down => {
      canvas.setPointerCapture(down.pointerId);
      pointers.set(down.pointerId, {x: down.offsetX, y: down.offsetY});
      moved = 0;
      if (down.offsetX > chart.width - MAP) this.jump(down.offsetY);
    });
    canvas.addEventListener('pointermove', move => {
      const before = pointers.get(move.pointerId);
      if (!before) return;
      const {offsetX: x, offsetY: y} = move;
      moved += Math.abs(x - before.x) + Math.abs(y - before.y);
      if (before.x > chart.width - MAP) {
        this.jump(y);
      } else if (pointers.size === 2) {
        const other = [...pointers.entries()].find(([id]) => id !== move.pointerId)[1];
        const was = Math.hypot(before.x - other.x, before.y - other.y);
        chart.zoomBy(Math.hypot(x - other.x, y - other.y) / Math.max(1, was), (y + other.y) / 2);
      } else {
        chart.scrollBy(before.y - y, before.x - x);
      }
      pointers.set(move.pointerId, {x: before.x > chart.width - MAP ? before.x : x, y});
    });
    const up = lifted => {
      const inMap = lifted.offsetX > chart.width - MAP;
      if (pointers.delete(lifted.pointerId) && lifted.type === 'pointerup' && moved < 6 && !inMap) {
        this.choose(chart.at(lifted.offsetX, lifted.offsetY));
      }
    };
    canvas.addEventListener('pointerup', up);
    canvas.addEventListener('pointercancel', up);
  }

  jump(y) {
    const {chart, axis} = this;
    chart.top = (y - HEAD) / (chart.height - HEAD) * axis.length - chart.span() / 2;
    chart.draw();
  }

  /** The rest has come. */
  complete() {
    this.panel.show(this.chart.chosen);
    this.panel.showMarks();
    this.search();
    document.documentElement.dataset.complete = '1';
  }
}

begin(async () => {
  const [head, events, labels] = await Promise.all([
    unpackedText('head'), unpacked('events'), unpacked('labels')]);
  const run = new Run(JSON.parse(head), events, labels);
  const page = new RunPage(run);
  ready();
  await new Promise(drawn => setTimeout(drawn, 50));
  await run.rest();
  page.complete();
});
