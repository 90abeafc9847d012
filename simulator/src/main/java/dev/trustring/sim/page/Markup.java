package dev.trustring.sim.page;

/** Texts inside HTML, SVG and XML. */
public final class Markup {

  private Markup() {}

  /** The text such that nothing in it is taken for an element, an entity or an end of a value. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
