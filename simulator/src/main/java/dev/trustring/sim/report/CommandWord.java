package dev.trustring.sim.report;

/** A word as a shell takes it. */
public final class CommandWord {

  private CommandWord() {}

  /** The word, in quotes if a shell would not take it as it stands. */
  public static String of(String word) {
    return word.matches("[A-Za-z0-9_./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
