package dev.trustring.sim.report;

/** What a piece of text is, so that a terminal can colour it; the words say the same without. */
public enum Ink {
  PLAIN(""),
  STRONG("1"),
  DIM("2"),
  GOOD("32"),
  BAD("1;31"),
  DOUBT("33");

  private final String sgr;

  Ink(String sgr) {
    this.sgr = sgr;
  }

  String on(String text) {
    return sgr.isEmpty() || text.isEmpty() ? text : "\u001b[" + sgr + "m" + text + "\u001b[0m";
  }
}
