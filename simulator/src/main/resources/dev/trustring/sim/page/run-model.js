// What happened in the run: columns of a number each for every event, and what is drawn beside them.

const PLAIN = 0, GOOD = 1, DENIED = 2, LOST = 3, DOUBT = 4;
const GONE = 0, TOMBSTONE = 2;
const OF_FRAMES = ['sent', 'frame', 'held', 'lost'];

class Run {
  constructor(head, events, labels) {
    this.head = head;
    const numbers = new Numbers(events);
    const size = this.size = numbers.next();
    this.nanos = numbers.steps(size);
    this.kind = numbers.column(size);
    this.lane = numbers.column(size);
    this.peer = numbers.column(size);
    this.flight = numbers.column(size);
    this.tone = numbers.column(size);
    this.label = numbers.column(size);
    this.text = numbers.column(size);
    this.decision = numbers.column(size);
    this.labels = new Texts(labels);
    this.kinds = head.kinds.map(kind => kind.word);
    this.sent = this.kinds.indexOf('sent');
    this.isFrame = this.kinds.map(word => OF_FRAMES.includes(word));
    this.arrival = new Int32Array(size);
    for (let i = 0; i < size; i++) {
      if (this.flight[i] && !this.arrival[i - this.flight[i]]) this.arrival[i - this.flight[i]] = i;
    }
  }

  /** What the first picture does not need. */
  async rest() {
    this.texts = new Texts(await unpacked('texts'));
    const decisions = await unpacked('decisions');
    this.decisions = decisions;
    this.lines = [0];
    for (let at = decisions.indexOf(10); at >= 0; at = decisions.indexOf(10, at + 1)) {
      this.lines.push(at + 1);
    }
    this.answers = new Texts(await unpacked('answers'));
    const changes = new Numbers(await unpacked('changes'));
    const size = changes.next();
    this.changes = {
      size,
      event: changes.steps(size),
      place: changes.column(size),
      key: changes.column(size),
      what: changes.column(size),
      value: changes.column(size),
      writer: changes.column(size),
    };
    this.words = new Texts(await unpacked('words'));
  }

  word(i) { return this.kinds[this.kind[i]]; }

  labelOf(i) { return this.labels.get(this.label[i]); }

  textOf(i) { return this.texts ? this.texts.get(this.text[i]) : ''; }

  nameOf(lane) { return this.head.devices[lane] ? this.head.devices[lane].name : '?'; }

  /** Seconds of the story. */
  seconds(nanos) {
    return ((nanos - this.head.begin) / 1e9).toFixed(3) + ' s';
  }

  isTrouble(i) { return this.tone[i] >= DENIED; }

  /** The last event of that time or before; -1 when there is none. */
  lastUpTo(nanos) {
    let from = 0, to = this.size;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.nanos[middle] <= nanos) from = middle + 1; else to = middle;
    }
    return from - 1;
  }

  decisionOf(i) {
    const number = this.decision[i];
    if (!number || !this.answers) return null;
    const line = this.decisions.subarray(this.lines[number - 1], this.lines[number]);
    const record = JSON.parse(new TextDecoder().decode(line));
    record.gates = record.gates.map(place => JSON.parse(this.answers.get(place)));
    return record;
  }

  /** One sentence for those who hear it. */
  sentence(i) {
    const to = this.peer[i] ? ' to ' + this.nameOf(this.peer[i] - 1) : '';
    const tone = ['', '', ', refused', ', lost', ', unknown'][this.tone[i]];
    return this.seconds(this.nanos[i]) + ', ' + this.nameOf(this.lane[i]) + to + ', '
      + this.word(i) + ' ' + this.labelOf(i) + tone;
  }

  /** The events in which every word of a question stands: in kind, device, label or text. */
  find(question) {
    const words = question.toLowerCase().split(/\s+/).filter(word => word);
    if (!words.length) return [];
    const inNames = words.map(word => this.head.devices.map(one => has(one.name, word)));
    const inKinds = words.map(word => this.kinds.map(one => has(one, word)));
    const inLabels = words.map(word => within(this.labels, word));
    const inTexts = words.map(word => within(this.texts, word));
    const hits = [];
    for (let i = 0; i < this.size; i++) {
      let all = true;
      for (let w = 0; all && w < words.length; w++) {
        all = inKinds[w][this.kind[i]] || inNames[w][this.lane[i]]
          || (this.peer[i] > 0 && inNames[w][this.peer[i] - 1])
          || inLabels[w][this.label[i]] === 1 || inTexts[w][this.text[i]] === 1;
      }
      if (all) hits.push(i);
    }
    return hits;
  }

  /** What all tables hold right after an event: by table, by key, by device. */
  stateAfter(event) {
    const tables = new Map();
    const c = this.changes;
    for (let i = 0; i < c.size && c.event[i] <= event; i++) {
      const place = this.head.tables[c.place[i]];
      if (!tables.has(place.name)) tables.set(place.name, new Map());
      const keys = tables.get(place.name);
      if (!keys.has(c.key[i])) keys.set(c.key[i], new Map());
      const cells = keys.get(c.key[i]);
      if (c.what[i] === GONE) cells.delete(place.lane);
      else cells.set(place.lane, i);
    }
    return tables;
  }
}

function has(text, word) {
  return text.toLowerCase().includes(word);
}

/** For each text whether the word stands in it. */
function within(texts, word) {
  const found = new Uint8Array(texts.size);
  for (let i = 0; i < texts.size; i++) found[i] = has(texts.get(i), word) ? 1 : 0;
  return found;
}
