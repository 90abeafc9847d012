package dev.trustring.kv.decision;

/**
 * One gate between a write on one device and the same entry on another.
 *
 * <p>A new gate is one class, one line in the list of its rule set and one test.
 */
public interface Gate {

  /** What it is called and where its rule comes from. */
  GateInfo info();

  /** The gate's answer, from facts alone. */
  Verdict check(AttemptFacts facts);
}
