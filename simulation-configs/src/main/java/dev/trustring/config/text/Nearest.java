package dev.trustring.config.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known word that a misspelt one was meant to be, by edit distance with swaps of
 * neighbours (Damerau-Levenshtein, optimal string alignment).
 */
public final class Nearest {

  private static final int LENGTH_MAX = 80;
  private static final int WORDS_MAX = 2_000;

  private Nearest() {}

  /**
   * The nearest known word, if any is near: at most one edit in three characters. Of words equally
   * near, the one whose characters are closest wins, then the first.
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    if (wanted.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    Optional<String> best = Optional.empty();
    long bestScore = Long.MAX_VALUE;
    for (String candidate : known.stream().limit(WORDS_MAX).toList()) {
      long score = score(wanted, candidate.toLowerCase(Locale.ROOT));
      if (score < bestScore) {
        best = Optional.of(candidate);
        bestScore = score;
      }
    }
    return best;
  }

  private static long score(String wanted, String candidate) {
    int limit = Math.max(1, Math.min(wanted.length(), candidate.length()) / 3);
    if (candidate.length() > LENGTH_MAX || Math.abs(wanted.length() - candidate.length()) > limit) {
      return Long.MAX_VALUE;
    }
    int distance = distance(wanted, candidate);
    return distance > limit
        ? Long.MAX_VALUE
        : distance * 1_000_000_000L + spread(wanted, candidate);
  }

  private static long spread(String a, String b) {
    long sum = 0;
    for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
      sum += Math.abs(a.charAt(i) - b.charAt(i));
    }
    return sum;
  }

  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int edit = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        cost[i][j] = Math.min(edit, cost[i - 1][j - 1] + change);
        if (isSwap(a, b, i, j)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }

  private static boolean isSwap(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
