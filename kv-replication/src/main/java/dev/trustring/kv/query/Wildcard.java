package dev.trustring.kv.query;

/**
 * The patterns of {@code like}: {@code %} is any text, {@code _} one character, case is ignored.
 */
final class Wildcard {

  private Wildcard() {}

  /** Whether the text fits; goes back to the last {@code %} only, so no pattern is slow. */
  static boolean fits(String pattern, String text) {
    int at = 0;
    int wanted = 0;
    int star = -1;
    int retry = 0;
    while (at < text.length()) {
      if (wanted < pattern.length() && pattern.charAt(wanted) == '%') {
        star = wanted++;
        retry = at;
      } else if (wanted < pattern.length() && same(pattern.charAt(wanted), text.charAt(at))) {
        wanted++;
        at++;
      } else if (star >= 0) {
        wanted = star + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (wanted < pattern.length() && pattern.charAt(wanted) == '%') {
      wanted++;
    }
    return wanted == pattern.length();
  }

  /** Only letters of ASCII have two cases here, as in SQLite. */
  private static boolean same(char pattern, char text) {
    return pattern == '_' || lower(pattern) == lower(text);
  }

  private static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
  }
}
