// How far down each event is. Usually every event is a step and silence makes it longer, so that
// what happens within a millisecond can be read; in true time distance is time.

const LEAST_STEP = 16, MOST_STEP = 54;
const PER_MILLISECOND = 0.4;

class Axis {
  constructor(run) {
    this.run = run;
    this.inTime = false;
    this.rowOf = new Int32Array(run.size);
    this.shown = new Int32Array(run.size);
    this.heights = new Float64Array(run.size);
    this.count = 0;
  }

  /** Shows the events of these kinds. */
  show(kinds) {
    const {run, rowOf, shown} = this;
    let count = 0;
    for (let i = 0; i < run.size; i++) {
      if (kinds[run.kind[i]]) {
        rowOf[i] = count;
        shown[count++] = i;
      } else {
        rowOf[i] = -1;
      }
    }
    this.count = count;
    this.place();
  }

  place() {
    const {run, shown, heights} = this;
    const first = this.count ? run.nanos[shown[0]] : 0;
    let before = first;
    let height = 0;
    for (let row = 0; row < this.count; row++) {
      const nanos = run.nanos[shown[row]];
      if (this.inTime) {
        height = (nanos - first) / 1e6 * PER_MILLISECOND;
      } else if (nanos - before < 1e5) {
        height += LEAST_STEP;
      } else {
        height += Math.min(MOST_STEP, LEAST_STEP + 6 * Math.log10((nanos - before) / 1e5));
      }
      heights[row] = height;
      before = nanos;
    }
    this.length = height + MOST_STEP;
  }

  /** The first row that is as far down as that, or farther. */
  rowAt(height) {
    let from = 0, to = this.count;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.heights[middle] < height) from = middle + 1; else to = middle;
    }
    return from;
  }

  /** The row of an event, or of the next one that is shown. */
  rowNear(event) {
    let from = 0, to = this.count;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.shown[middle] < event) from = middle + 1; else to = middle;
    }
    return from;
  }

  heightOf(event) {
    const row = this.rowOf[event];
    return row >= 0 ? this.heights[row] : this.heightOfTime(this.run.nanos[event]);
  }

  /** How far down a moment is: between the events around it. */
  heightOfTime(nanos) {
    const row = this.rowNear(this.run.lastUpTo(nanos) + 1);
    if (row === 0) return this.count ? this.heights[0] - LEAST_STEP : 0;
    const over = this.heights[row - 1];
    const since = nanos - this.run.nanos[this.shown[row - 1]];
    if (row === this.count) return over + LEAST_STEP;
    const until = this.run.nanos[this.shown[row]] - this.run.nanos[this.shown[row - 1]];
    return over + (this.heights[row] - over) * (until > 0 ? Math.min(1, since / until) : 1);
  }
}
