package dev.trustring.atm.permission;

/** How many letters must be added, dropped or replaced to turn one word into another. */
final class EditDistance {
  private EditDistance() {}

  static int between(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      above = nextRow(above, from.charAt(row - 1), to, row);
    }
    return above[to.length()];
  }

  private static int[] nextRow(int[] above, char letter, String to, int row) {
    int[] current = new int[above.length];
    current[0] = row;
    for (int column = 1; column < current.length; column++) {
      int replaced = above[column - 1] + (letter == to.charAt(column - 1) ? 0 : 1);
      current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
    }
    return current;
  }
}
