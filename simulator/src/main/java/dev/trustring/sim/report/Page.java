package dev.trustring.sim.report;

import dev.trustring.config.text.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of text of a certain width. It wraps, aligns and colours; without colour it holds no
 * control codes, whatever a user's file says.
 */
public final class Page {

  /** The width of everything that does not go to a terminal. */
  public static final int WIDTH = 80;

  private static final int LAST_COLUMN_MIN = 20;

  /** How far what goes below is indented. */
  private static final int BELOW = 4;

  private static final String GAP = "  ";

  private final PrintWriter out;
  private final int width;
  private final boolean colour;

  public Page(PrintWriter out, int width, boolean colour) {
    this.out = out;
    this.width = width;
    this.colour = colour;
  }

  public void blank() {
    out.print('\n');
  }

  public void heading(String text) {
    line(0, Cell.of(Ink.STRONG, text));
  }

  public void line(String text) {
    line(0, Cell.of(text));
  }

  /** A paragraph, every line of it indented. */
  public void line(int indent, Cell cell) {
    for (String part : Columns.wrap(Printable.of(cell.text()), width - indent)) {
      print(indent, ink(cell.ink(), part));
    }
  }

  /** A paragraph of pieces in different inks; a piece is not broken unless it must be. */
  public void line(int indent, List<Cell> pieces) {
    StringBuilder line = new StringBuilder();
    int taken = 0;
    for (Cell piece : pieces) {
      Cell shown = new Cell(Printable.of(piece.text()), piece.ink());
      if (taken > 0 && indent + taken + GAP.length() + shown.width() > width) {
        print(indent, line.toString());
        line.setLength(0);
        taken = 0;
      }
      if (taken > 0) {
        line.append(GAP);
        taken += GAP.length();
      }
      if (taken == 0 && indent + shown.width() > width) {
        line(indent, shown);
        continue;
      }
      line.append(ink(shown.ink(), shown.text()));
      taken += shown.width();
    }
    if (taken > 0) {
      print(indent, line.toString());
    }
  }

  /** A command that can be copied: where it is too long it goes on after a backslash. */
  public void command(int indent, String text) {
    String shown = Printable.of(text);
    if (indent + Columns.of(shown) <= width) {
      print(indent, shown);
      return;
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : shown.split(" (?=--)", -1)) {
      if (line.length() > 0 && indent + of(line) + 1 + Columns.of(part) + 2 > width) {
        lines.add(line + " \\");
        line.setLength(0);
        line.append("   ");
      }
      line.append(line.length() == 0 ? "" : " ").append(part);
    }
    lines.add(line.toString());
    lines.forEach(one -> print(indent, one));
  }

  private static int of(StringBuilder line) {
    return Columns.of(line.toString());
  }

  /**
   * Rows with aligned columns. The last column is broken into as many lines as it needs; where it
   * would be too narrow, or break a word that has room there, it goes below the others.
   */
  public void table(int indent, List<List<Cell>> rows) {
    List<List<Cell>> shown = rows.stream().map(Page::visible).toList();
    List<Integer> widths = widths(shown);
    int fixed = indent + widths.stream().mapToInt(one -> one + GAP.length()).sum();
    int room = Math.max(LAST_COLUMN_MIN, Math.min(longestWord(shown), width - indent - BELOW));
    boolean beside = width - fixed >= room;
    for (List<Cell> row : shown) {
      Cell last = row.get(row.size() - 1);
      String head = head(row.subList(0, row.size() - 1), widths);
      if (beside) {
        List<String> lines = Columns.wrap(last.text(), width - fixed);
        print(indent, head + ink(last.ink(), lines.get(0)));
        lines.stream().skip(1).forEach(line -> print(fixed, ink(last.ink(), line)));
      } else if (fixed <= width) {
        print(indent, head);
        below(indent, last);
      } else {
        line(indent, row.subList(0, row.size() - 1).stream().filter(Cell::isThere).toList());
        below(indent, last);
      }
    }
  }

  /**
   * Rows of a label and texts that stand beside each other, each broken within its own column; the
   * first row has the heads. Where columns would be too narrow the texts go below each other.
   */
  public void beside(List<List<Cell>> rows) {
    List<List<Cell>> shown = rows.stream().map(Page::visible).toList();
    int label = shown.stream().mapToInt(row -> row.get(0).width()).max().orElse(0);
    int columns = shown.get(0).size() - 1;
    int each = (width - label) / columns - GAP.length();
    for (List<Cell> row : each < LAST_COLUMN_MIN ? shown.subList(1, shown.size()) : shown) {
      if (each < LAST_COLUMN_MIN) {
        stacked(shown.get(0), row);
      } else {
        inColumns(row, label, each);
      }
    }
  }

  private void stacked(List<Cell> heads, List<Cell> row) {
    line(0, row.get(0));
    for (int i = 1; i < row.size(); i++) {
      line(BELOW, Cell.of(row.get(i).ink(), heads.get(i).text() + ": " + row.get(i).text()));
    }
  }

  private void inColumns(List<Cell> row, int label, int each) {
    List<List<String>> texts =
        row.stream().skip(1).map(cell -> Columns.wrap(cell.text(), each)).toList();
    int lines = texts.stream().mapToInt(List::size).max().orElse(0);
    for (int at = 0; at < lines; at++) {
      StringBuilder line = new StringBuilder();
      Cell first = at == 0 ? row.get(0) : Cell.of("");
      line.append(ink(first.ink(), first.text())).append(" ".repeat(label - first.width()));
      for (int i = 0; i < texts.size(); i++) {
        String text = at < texts.get(i).size() ? texts.get(i).get(at) : "";
        int pad = i == texts.size() - 1 ? 0 : each - Columns.of(text);
        line.append(GAP).append(ink(row.get(i + 1).ink(), text)).append(" ".repeat(pad));
      }
      print(0, line.toString());
    }
  }

  private static int longestWord(List<List<Cell>> rows) {
    return rows.stream()
        .flatMap(row -> Stream.of(row.get(row.size() - 1).text().split(" ")))
        .mapToInt(Columns::of)
        .max()
        .orElse(0);
  }

  private void below(int indent, Cell last) {
    if (last.isThere()) {
      line(indent + BELOW, last);
    }
  }

  private static List<Cell> visible(List<Cell> row) {
    return row.stream().map(cell -> new Cell(Printable.of(cell.text()), cell.ink())).toList();
  }

  private static List<Integer> widths(List<List<Cell>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<Cell> row : rows) {
      for (int i = 0; i < row.size() - 1; i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        widths.set(i, Math.max(widths.get(i), row.get(i).width()));
      }
    }
    return widths;
  }

  private String head(List<Cell> cells, List<Integer> widths) {
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      head.append(ink(cell.ink(), cell.text()))
          .append(" ".repeat(widths.get(i) - cell.width()))
          .append(GAP);
    }
    return head.toString();
  }

  private String ink(Ink ink, String text) {
    return colour ? ink.on(text) : text;
  }

  private void print(int indent, String text) {
    String line = " ".repeat(indent) + text;
    out.print(line.stripTrailing());
    out.print('\n');
  }
}
