package dev.trustring.sim.page;

import java.util.List;

/** How an event is marked, by colour and by shape. */
enum Tone {
  /** Nothing special. */
  PLAIN(0),
  /** Rows went through. */
  GOOD(1),
  /** A gate stopped an attempt, or an app was told of a failure. */
  DENIED(2),
  /** A frame was lost. */
  LOST(3),
  /** A missing input decided. */
  DOUBT(4);

  private static final List<Tone> ALL = List.of(values());

  private final int number;

  Tone(int number) {
    this.number = number;
  }

  /** By which pages know it. */
  int number() {
    return number;
  }

  static Tone of(int number) {
    return ALL.get(number);
  }
}
