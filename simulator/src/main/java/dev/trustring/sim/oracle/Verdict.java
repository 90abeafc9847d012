package dev.trustring.sim.oracle;

import java.util.List;

/** What a run comes to. */
public enum Verdict {
  /** Everything that was expected came true. */
  HELD("held", 0),
  /** Something that was expected did not come true, or an invariant broke. */
  VIOLATED("violated", 1),
  /** Nothing was replicated at all, so nothing was shown. */
  VACUOUS("vacuous", 3),
  /** A missing input decided an attempt. */
  INCONCLUSIVE("inconclusive", 3);

  private final String word;
  private final int exitCode;

  Verdict(String word, int exitCode) {
    this.word = word;
    this.exitCode = exitCode;
  }

  public String word() {
    return word;
  }

  /** The exit code of a command whose answer this is. */
  public int exitCode() {
    return exitCode;
  }

  /**
   * The verdict over a run's findings.
   *
   * @param replicated whether any row came to rest on another device
   * @param silenceIsThePoint whether the scenario says that nothing may replicate
   * @param unknown whether a missing input decided an attempt
   */
  public static Verdict over(
      List<Finding> findings, boolean replicated, boolean silenceIsThePoint, boolean unknown) {
    if (findings.stream().anyMatch(finding -> !finding.held())) {
      return VIOLATED;
    }
    if (!replicated && !silenceIsThePoint) {
      return VACUOUS;
    }
    return unknown ? INCONCLUSIVE : HELD;
  }
}
