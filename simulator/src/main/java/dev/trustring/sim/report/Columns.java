package dev.trustring.sim.report;

import java.util.ArrayList;
import java.util.List;

/** How much room texts take on a terminal, and how they are broken to fit. */
final class Columns {

  private static final int WIDE_FROM = 0x1100;

  private Columns() {}

  /** The columns that a text takes; East Asian characters take two. */
  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  private static int of(int point) {
    if (Character.getType(point) == Character.NON_SPACING_MARK) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    if (point < WIDE_FROM) {
      return false;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default -> isWideSign(point);
    };
  }

  private static boolean isWideSign(int point) {
    return (point >= 0x3000 && point <= 0x303e)
        || (point >= 0xff01 && point <= 0xff60)
        || (point >= 0x1f300 && point <= 0x1faff);
  }

  /** The text in lines of at most that width, broken between words where there are words. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String rest = word;
      if (line.length() > 0 && of(line.toString()) + 1 + of(rest) > width) {
        lines.add(line.toString());
        line.setLength(0);
      } else if (line.length() > 0) {
        line.append(' ');
      }
      while (line.length() == 0 && of(rest) > width) {
        int cut = cut(rest, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      line.append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Where to break a word that is too long: after a slash if there is one, else where it must. */
  private static int cut(String word, int width) {
    int taken = 0;
    int at = 0;
    int slash = 0;
    while (at < word.length()) {
      int point = word.codePointAt(at);
      taken += of(point);
      if (taken > width && at > 0) {
        break;
      }
      at += Character.charCount(point);
      if (point == '/') {
        slash = at;
      }
    }
    return slash > 0 ? slash : at;
  }
}
