package dev.trustring.sim.oracle;

import java.util.List;

/** What a run comes to. */
public enum Verdict {
  /** Everything that was expected came true. */
  HELD("held", 0, "everything that was expected came true"),
  /** Something that was expected did not come true, or an invariant broke. */
  VIOLATED("violated", 1, "something that was expected did not come true, or an invariant broke"),
  /** Nothing was replicated at all, so nothing was shown. */
  VACUOUS(
      "vacuous",
      3,
      "nothing was replicated, so nothing was shown; if that is the point, say"
          + " expect.replication: none"),
  /** A missing input decided an attempt. */
  INCONCLUSIVE("inconclusive", 3, "an input that nobody stated decided an attempt");

  private final String word;
  private final int exitCode;
  private final String meaning;

  Verdict(String word, int exitCode, String meaning) {
    this.word = word;
    this.exitCode = exitCode;
    this.meaning = meaning;
  }

  public String word() {
    return word;
  }

  /** What it says, in one clause. */
  public String meaning() {
    return meaning;
  }

  /** The exit code of a command whose answer this is. */
  public int exitCode() {
    return exitCode;
  }

  /**
   * The verdict over a run's findings. A missing input explains more than an empty run does, so it
   * is named first.
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
    if (unknown) {
      return INCONCLUSIVE;
    }
    return replicated || silenceIsThePoint ? HELD : VACUOUS;
  }
}
