// The space-time diagram on a canvas. Only what is in the window is drawn; where that is too much
// to be told apart, each spot shows how much there is.

const MARGIN = 76, MAP = 26, HEAD = 40, LANE_LEAST = 118;
const TOO_MANY = 5000, LOOK_BACK = 400;

class Chart {
  constructor(canvas, run, axis) {
    this.canvas = canvas;
    this.run = run;
    this.axis = axis;
    this.zoom = 1;
    this.top = 0;
    this.left = 0;
    this.chosen = -1;
    this.hits = new Set();
    this.asked = false;
    new ResizeObserver(() => this.draw()).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.colours = null;
      this.draw();
    });
  }

  /** Draws before the next picture of the screen, however often it is asked. */
  draw() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.drawNow();
    });
  }

  measure() {
    const density = devicePixelRatio || 1;
    const box = this.canvas.getBoundingClientRect();
    this.width = box.width;
    this.height = box.height;
    if (this.canvas.width !== Math.round(box.width * density)
        || this.canvas.height !== Math.round(box.height * density)) {
      this.canvas.width = Math.round(box.width * density);
      this.canvas.height = Math.round(box.height * density);
    }
    this.pen = this.canvas.getContext('2d');
    this.pen.setTransform(density, 0, 0, density, 0, 0);
    this.laneWidth = Math.max(LANE_LEAST, (this.width - MARGIN - MAP) / this.run.head.devices.length);
    const most = this.run.head.devices.length * this.laneWidth - (this.width - MARGIN - MAP);
    this.left = Math.max(0, Math.min(this.left, most));
  }

  /** How much of the axis is in the window. */
  span() { return (this.height - HEAD) / this.zoom; }

  bound() {
    const least = (this.height - HEAD) / Math.max(1, this.axis.length + MOST_STEP);
    this.zoom = Math.min(8, Math.max(Math.min(1, least), this.zoom));
    this.top = Math.max(-LEAST_STEP, Math.min(this.top, this.axis.length - this.span()));
    if (this.axis.length < this.span()) this.top = -LEAST_STEP;
  }

  x(lane) { return MARGIN + (lane + 0.5) * this.laneWidth - this.laneWidth * 0.22 - this.left; }

  y(height) { return HEAD + (height - this.top) * this.zoom; }

  colour(name) {
    if (!this.colours) {
      const style = getComputedStyle(document.documentElement);
      this.colours = {};
      for (const one of ['back', 'raised', 'line', 'text', 'dim', 'plain', 'good', 'bad', 'doubt',
        'band', 'chosen', 'focus']) {
        this.colours[one] = style.getPropertyValue('--' + one).trim();
      }
    }
    return this.colours[name];
  }

  toneColour(tone) {
    return this.colour(['plain', 'good', 'bad', 'bad', 'doubt'][tone]);
  }

  drawNow() {
    this.measure();
    if (this.width < 1 || this.height < 1) return;
    this.bound();
    const {pen} = this;
    pen.fillStyle = this.colour('back');
    pen.fillRect(0, 0, this.width, this.height);
    pen.font = '11px system-ui, sans-serif';
    pen.textBaseline = 'middle';
    pen.save();
    pen.beginPath();
    pen.rect(0, HEAD, this.width - MAP, this.height - HEAD);
    pen.clip();
    const from = this.axis.rowAt(this.top - 20 / this.zoom);
    const to = this.axis.rowAt(this.top + this.span() + 20 / this.zoom);
    this.drawBands();
    this.drawLanes();
    if (to - from > TOO_MANY) this.drawDensity(from, to);
    else this.drawEvents(from, to);
    this.drawBreaches();
    pen.restore();
    this.drawHead();
    this.drawMap();
  }

  drawBands() {
    const {pen, run, axis} = this;
    const all = run.head.devices.map((one, lane) => lane);
    for (const band of run.head.bands) {
      const from = this.y(axis.heightOfTime(band.from));
      const to = Math.max(from + 3, this.y(axis.heightOfTime(band.to)));
      if (to < HEAD || from > this.height) continue;
      const lanes = band.lanes.length ? band.lanes : all;
      for (const lane of lanes) {
        const x = this.x(lane) - this.laneWidth * 0.24;
        pen.globalAlpha = 0.2;
        pen.fillStyle = this.colour('band');
        pen.fillRect(x, from, this.laneWidth * 0.96, to - from);
        pen.globalAlpha = 0.9;
        pen.strokeStyle = this.colour('band');
        pen.setLineDash([4, 3]);
        pen.strokeRect(x, from, this.laneWidth * 0.96, to - from);
        pen.setLineDash([]);
        pen.globalAlpha = 1;
      }
      pen.fillStyle = this.colour('doubt');
      pen.fillText('▒ ' + band.kind, this.x(lanes[0]) - this.laneWidth * 0.22,
        Math.max(HEAD + 8, from + 8));
    }
  }

  drawLanes() {
    const {pen, run, axis} = this;
    pen.lineWidth = 1;
    for (let lane = 0; lane < run.head.devices.length; lane++) {
      pen.strokeStyle = this.colour('dim');
      pen.beginPath();
      pen.moveTo(this.x(lane), HEAD);
      pen.lineTo(this.x(lane), this.height);
      pen.stroke();
    }
    for (const gap of run.head.gaps) {
      const from = this.y(axis.heightOfTime(gap.from));
      const to = this.y(axis.heightOfTime(gap.to));
      if (to < HEAD || from > this.height) continue;
      const x = this.x(gap.lane);
      pen.fillStyle = this.colour('back');
      pen.fillRect(x - 3, from, 6, to - from);
      pen.strokeStyle = this.colour('dim');
      pen.setLineDash([1, 6]);
      pen.beginPath();
      pen.moveTo(x, from);
      pen.lineTo(x, to);
      pen.stroke();
      pen.setLineDash([]);
      // Where it began its own event says so.
      if (from < HEAD - 8 || to - from > 60) {
        pen.fillStyle = this.colour('dim');
        pen.fillText('┊ ' + gap.word, x + 6, Math.max(HEAD + 8, Math.min(from + 22, to - 8)));
      }
    }
  }

  /** Every event in the window, and arrows that began shortly before it. */
  drawEvents(from, to) {
    const {run, axis} = this;
    this.said = new Float64Array(run.head.devices.length * 2).fill(-99);
    this.timeSaid = -99;
    const roomy = this.zoom > 0.7;
    for (let row = Math.max(0, from - LOOK_BACK); row < to; row++) {
      const i = axis.shown[row];
      const word = run.word(i);
      if (word === 'frame' || word === 'lost') this.drawFlight(i, roomy && row >= from);
      else if (word === 'sent') {
        // An arrow whose end is below the window is drawn from its beginning.
        if (run.arrival[i] && axis.rowOf[run.arrival[i]] >= to) this.drawFlight(run.arrival[i], roomy);
        if (row >= from) this.mark(i);
      } else if (row >= from) this.drawPoint(i, roomy);
      if (row >= from && roomy) this.drawTime(i);
    }
  }

  drawTime(i) {
    const y = this.y(this.axis.heightOf(i));
    if (y - this.timeSaid < 13) return;
    this.timeSaid = y;
    this.pen.fillStyle = this.colour('dim');
    this.pen.fillText(this.run.seconds(this.run.nanos[i]), 4, y);
  }

  drawFlight(i, roomy) {
    const {pen, run, axis} = this;
    const lost = run.tone[i] === LOST;
    const from = this.x(run.lane[i]);
    const to = this.x(run.peer[i] - 1);
    const y = this.y(axis.heightOf(i));
    const began = run.flight[i] ? this.y(axis.heightOf(i - run.flight[i])) : y;
    const end = lost ? from + 0.6 * (to - from) : to;
    const chosen = this.chosen === i || this.chosen === i - run.flight[i];
    pen.strokeStyle = this.toneColour(lost ? LOST : PLAIN);
    pen.lineWidth = chosen ? 2.5 : 1;
    pen.globalAlpha = chosen || lost ? 1 : 0.75;
    if (lost) pen.setLineDash([5, 3]);
    pen.beginPath();
    pen.moveTo(from, began);
    pen.lineTo(end, y);
    pen.stroke();
    pen.setLineDash([]);
    if (lost) this.cross(end, y, 5);
    else this.head(from, began, to, y);
    pen.globalAlpha = 1;
    pen.lineWidth = 1;
    this.mark(i, end);
    const lane = Math.min(run.lane[i], run.peer[i] - 1);
    const middle = (began + y) / 2 - 7;
    if (roomy && middle - this.said[lane] > 12) {
      this.said[lane] = middle;
      pen.fillStyle = this.colour(lost ? 'bad' : 'dim');
      const room = Math.abs(to - from) * (lost ? 0.55 : 0.8);
      const shown = this.cut(run.labelOf(i), room);
      pen.fillText(shown, (from + end) / 2 - pen.measureText(shown).width / 2, middle);
    }
  }

  head(fromX, fromY, x, y) {
    const angle = Math.atan2(y - fromY, x - fromX);
    const {pen} = this;
    pen.fillStyle = pen.strokeStyle;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x - 8 * Math.cos(angle - 0.4), y - 8 * Math.sin(angle - 0.4));
    pen.lineTo(x - 8 * Math.cos(angle + 0.4), y - 8 * Math.sin(angle + 0.4));
    pen.fill();
  }

  cross(x, y, size) {
    const {pen} = this;
    pen.strokeStyle = this.colour('bad');
    pen.lineWidth = 2;
    pen.beginPath();
    pen.moveTo(x - size, y - size);
    pen.lineTo(x + size, y + size);
    pen.moveTo(x + size, y - size);
    pen.lineTo(x - size, y + size);
    pen.stroke();
  }

  /** Something that happened on one device, or between it and another in the end. */
  drawPoint(i, roomy) {
    const {pen, run, axis} = this;
    const x = this.x(run.lane[i]);
    const y = this.y(axis.heightOf(i));
    const last = run.head.devices.length + run.lane[i];
    let right = x + 6;
    this.mark(i);
    this.shape(run.word(i), run.tone[i], x, y);
    if (roomy && y - this.said[last] > 11) {
      this.said[last] = y;
      pen.fillStyle = run.tone[i] === PLAIN ? this.colour('text') : this.toneColour(run.tone[i]);
      const shown = this.cut(run.labelOf(i), this.laneWidth - 26);
      pen.fillText(shown, x + 10, y);
      right = x + 14 + pen.measureText(shown).width;
    }
    if (run.word(i) === 'decision' && run.peer[i]) this.drawVerdict(i, x, right, y);
  }

  /** From whom to whom an attempt went, thin and not through its words, and where it ended. */
  drawVerdict(i, x, right, y) {
    const {pen, run} = this;
    const to = this.x(run.peer[i] - 1);
    const stopped = run.tone[i] !== GOOD;
    pen.strokeStyle = this.toneColour(run.tone[i]);
    pen.setLineDash([2, 4]);
    pen.beginPath();
    const end = stopped ? x + (to - x) * 0.75 : to;
    pen.moveTo(to > x ? Math.min(right, end) : x - 6, y);
    pen.lineTo(end, y);
    pen.stroke();
    pen.setLineDash([]);
    if (stopped) {
      pen.fillStyle = pen.strokeStyle;
      pen.fillRect(end - 2, y - 6, 4, 12);
    }
  }

  shape(word, tone, x, y) {
    const {pen} = this;
    pen.fillStyle = this.toneColour(tone);
    pen.beginPath();
    if (tone === DENIED || tone === LOST) {
      this.cross(x, y, 4.5);
      pen.lineWidth = 1;
      return;
    }
    if (tone === DOUBT) {
      pen.moveTo(x, y - 6);
      pen.lineTo(x + 6, y + 5);
      pen.lineTo(x - 6, y + 5);
    } else if (word === 'decision') {
      pen.moveTo(x, y - 6);
      pen.lineTo(x + 6, y);
      pen.lineTo(x, y + 6);
      pen.lineTo(x - 6, y);
    } else if (word === 'call' || word === 'answer') {
      const side = word === 'call' ? 1 : -1;
      pen.moveTo(x + 5 * side, y);
      pen.lineTo(x - 4 * side, y - 5);
      pen.lineTo(x - 4 * side, y + 5);
    } else if (word === 'store') {
      pen.rect(x - 4, y - 4, 8, 8);
    } else if (word === 'power' || word === 'fault') {
      pen.rect(x - 8, y - 2, 16, 4);
    } else {
      pen.arc(x, y, 3, 0, 7);
    }
    pen.fill();
  }

  /** The chosen event and what was found. */
  mark(i, x) {
    if (i !== this.chosen && !this.hits.has(i)) return;
    const {pen} = this;
    const at = x === undefined ? this.x(this.run.lane[i]) : x;
    const y = this.y(this.axis.heightOf(i));
    pen.strokeStyle = this.colour(i === this.chosen ? 'focus' : 'doubt');
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(at, y, 10, 0, 7);
    pen.stroke();
    pen.lineWidth = 1;
  }

  drawDensity(from, to) {
    const {run, axis, pen} = this;
    const lanes = run.head.devices.length;
    const spots = Math.ceil((this.height - HEAD) / 3) + 1;
    const counts = new Uint32Array(lanes * spots);
    const bad = new Uint32Array(lanes * spots);
    for (let row = from; row < to; row++) {
      const i = axis.shown[row];
      const spot = Math.floor((axis.heights[row] - this.top) * this.zoom / 3);
      if (spot < 0 || spot >= spots) continue;
      const at = run.lane[i] * spots + spot;
      counts[at]++;
      if (run.isTrouble(i)) bad[at]++;
    }
    let most = 1;
    for (const count of counts) if (count > most) most = count;
    for (let lane = 0; lane < lanes; lane++) {
      for (let spot = 0; spot < spots; spot++) {
        const count = counts[lane * spots + spot];
        if (!count) continue;
        const wide = Math.max(2, this.laneWidth * 0.7 * Math.log2(1 + count) / Math.log2(1 + most));
        this.share(this.x(lane), HEAD + spot * 3, wide, bad[lane * spots + spot] / count);
      }
    }
    this.timeSaid = -99;
    for (let y = HEAD + 8; y < this.height; y += 40) {
      const row = Math.min(axis.count - 1, axis.rowAt(this.top + (y - HEAD) / this.zoom));
      if (row >= 0) {
        pen.fillStyle = this.colour('dim');
        pen.fillText(run.seconds(run.nanos[axis.shown[row]]), 4, y);
      }
    }
  }

  /** A bar with the share of what was refused or lost in it. */
  share(x, y, wide, bad) {
    this.pen.fillStyle = this.colour('plain');
    this.pen.fillRect(x, y, wide, 2);
    if (bad) {
      this.pen.fillStyle = this.colour('bad');
      this.pen.fillRect(x, y, Math.max(2, wide * bad), 2);
    }
  }

  drawBreaches() {
    const {pen, run, axis} = this;
    for (const breach of run.head.breaches) {
      if (breach.row === undefined) continue;
      const y = this.y(axis.heightOf(breach.row)) + 5;
      if (y < HEAD || y > this.height) continue;
      pen.strokeStyle = pen.fillStyle = this.colour('bad');
      pen.lineWidth = 2;
      pen.beginPath();
      pen.moveTo(MARGIN - 8, y);
      pen.lineTo(this.width - MAP, y);
      pen.stroke();
      pen.lineWidth = 1;
      pen.beginPath();
      pen.moveTo(MARGIN - 8, y);
      pen.lineTo(MARGIN - 18, y - 6);
      pen.lineTo(MARGIN - 18, y + 6);
      pen.fill();
      const words = '✕ broken: ' + breach.rule;
      const wide = pen.measureText(words).width;
      pen.fillRect(this.width - MAP - wide - 14, y - 17, wide + 12, 16);
      pen.fillStyle = this.colour('back');
      pen.fillText(words, this.width - MAP - wide - 8, y - 9);
    }
  }

  drawHead() {
    const {pen, run} = this;
    pen.fillStyle = this.colour('raised');
    pen.fillRect(0, 0, this.width, HEAD);
    pen.save();
    pen.beginPath();
    pen.rect(MARGIN - 14, 0, this.width - MARGIN - MAP + 14, HEAD);
    pen.clip();
    run.head.devices.forEach((device, lane) => {
      const x = this.x(lane) - 10;
      pen.fillStyle = this.colour('text');
      pen.font = 'bold 12px system-ui, sans-serif';
      pen.fillText(this.cut(device.name, this.laneWidth - 12), x, 13);
      pen.font = '11px system-ui, sans-serif';
      pen.fillStyle = this.colour('dim');
      pen.fillText(device.kind + (device.level ? ' ' + device.level : ''), x, 28);
    });
    pen.restore();
    pen.fillStyle = this.colour('dim');
    pen.fillText('time', 4, 13);
  }

  /** The whole run at the right edge, with the window in it. */
  drawMap() {
    const {pen, run, axis} = this;
    const x = this.width - MAP;
    const tall = this.height - HEAD;
    pen.fillStyle = this.colour('raised');
    pen.fillRect(x, HEAD, MAP, tall);
    if (!this.map || this.map.count !== axis.count || this.map.inTime !== axis.inTime
        || this.map.tall !== tall) {
      const counts = new Uint32Array(Math.ceil(tall / 2) + 1);
      const bad = new Uint32Array(counts.length);
      for (let row = 0; row < axis.count; row++) {
        const spot = Math.floor(axis.heights[row] / axis.length * tall / 2);
        counts[spot]++;
        if (run.isTrouble(axis.shown[row])) bad[spot]++;
      }
      this.map = {counts, bad, tall, count: axis.count, inTime: axis.inTime,
        most: counts.reduce((most, one) => Math.max(most, one), 1)};
    }
    this.map.counts.forEach((count, spot) => {
      if (!count) return;
      this.share(x + 3, HEAD + spot * 2, Math.max(2, (MAP - 6) * count / this.map.most),
        this.map.bad[spot] / count);
    });
    pen.fillStyle = this.colour('bad');
    for (const breach of run.head.breaches) {
      if (breach.row !== undefined) {
        pen.fillRect(x, HEAD + axis.heightOf(breach.row) / axis.length * tall - 1, MAP, 3);
      }
    }
    pen.strokeStyle = this.colour('text');
    const from = HEAD + Math.max(0, this.top) / axis.length * tall;
    const window = Math.max(4, Math.min(1, this.span() / axis.length) * tall);
    pen.strokeRect(x + 1, Math.min(from, this.height - 5), MAP - 2, window);
  }

  cut(text, room) {
    const fits = Math.max(3, Math.floor(room / 5.6));
    return text.length > fits ? text.slice(0, fits - 1) + '…' : text;
  }

  /** The shown event that is nearest to a spot; -1 when none is near. */
  at(x, y) {
    const height = this.top + (y - HEAD) / this.zoom;
    const {run, axis} = this;
    let best = -1;
    let least = 14;
    for (let row = axis.rowAt(height - 14 / this.zoom); row < axis.count; row++) {
      const i = axis.shown[row];
      const away = Math.abs(this.y(axis.heights[row]) - y);
      if (this.y(axis.heights[row]) > y + 14) break;
      const lanes = run.isFrame[run.kind[i]] && run.peer[i]
        ? [this.x(run.lane[i]), this.x(run.peer[i] - 1)]
        : [this.x(run.lane[i]), this.x(run.lane[i]) + this.laneWidth - 30];
      const beside = Math.max(0, Math.min(...lanes) - 8 - x, x - Math.max(...lanes) - 8);
      if (away + beside < least) {
        least = away + beside;
        best = i;
      }
    }
    return best;
  }

  /** Moves the window so that an event is in it. */
  showEvent(i) {
    const height = this.axis.heightOf(i);
    if (this.zoom < 0.7) this.zoom = 1;
    if (height < this.top + 10 / this.zoom || height > this.top + this.span() - 30 / this.zoom) {
      this.top = height - this.span() * 0.4;
    }
    const x = this.x(this.run.lane[i]);
    if (x < MARGIN || x > this.width - MAP - 40) this.left += x - this.width / 2;
    this.draw();
  }

  /** Zooms, and what is at this spot stays there. */
  zoomBy(factor, y) {
    const held = this.top + (y - HEAD) / this.zoom;
    this.zoom *= factor;
    this.bound();
    this.top = held - (y - HEAD) / this.zoom;
    this.draw();
  }

  scrollBy(down, right) {
    this.top += down / this.zoom;
    this.left += right;
    this.draw();
  }
}
