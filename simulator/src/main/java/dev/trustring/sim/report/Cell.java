package dev.trustring.sim.report;

/** A piece of text in one ink. */
public record Cell(String text, Ink ink) {

  public static Cell of(String text) {
    return new Cell(text, Ink.PLAIN);
  }

  public static Cell of(Ink ink, String text) {
    return new Cell(text, ink);
  }

  boolean isThere() {
    return !text.isEmpty();
  }

  int width() {
    return Columns.of(text);
  }
}
