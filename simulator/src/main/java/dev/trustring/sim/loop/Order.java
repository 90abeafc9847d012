package dev.trustring.sim.loop;

/** Which of the ready tasks runs next. */
public enum Order {
  /** The one that has waited longest: one interleaving, easy to read. */
  FIFO,
  /** A seeded random one: every seed is another legal interleaving. */
  RANDOM
}
