package dev.trustring.config.text;

import java.util.Locale;

/**
 * Text as it may go to a terminal: a user's file must not move its cursor or change its colours.
 */
public final class Printable {

  private Printable() {}

  /** The text with every character shown as an escape that would not be seen as itself. */
  public static String of(String text) {
    if (text.codePoints().allMatch(Printable::isVisible)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            point -> {
              if (isVisible(point)) {
                shown.appendCodePoint(point);
              } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", point));
              }
            });
    return shown.toString();
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
