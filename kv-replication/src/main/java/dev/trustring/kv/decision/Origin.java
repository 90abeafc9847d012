package dev.trustring.kv.decision;

/**
 * A place in a user's file.
 *
 * @param file path as the user would write it, relative to the scenario's folder where possible
 * @param line first line is 1
 * @param column first column is 1
 */
public record Origin(String file, int line, int column) {

  /** {@code file:line}, the form that reports print. */
  public String shortForm() {
    return file + ":" + line;
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
