package dev.trustring.sim.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a benchmark found.
 *
 * @param notes what must be known to read the figures
 */
public record Table(
    String name, List<String> columns, List<List<String>> rows, List<String> notes) {

  private static final String GAP = "  ";

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** The lines to print: the first column is words, the others are figures. */
  public List<String> lines() {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      int width = columns.get(column).length();
      for (List<String> row : rows) {
        width = Math.max(width, row.get(column).length());
      }
      widths.add(width);
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(columns, widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    lines.addAll(notes);
    return lines;
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String blanks = " ".repeat(widths.get(column) - cell.length());
      line.append(column == 0 ? cell + blanks : GAP + blanks + cell);
    }
    return line.toString().stripTrailing();
  }

  /** The same as JSON. */
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", name);
    ArrayNode all = node.putArray("rows");
    for (List<String> row : rows) {
      ObjectNode one = all.addObject();
      for (int column = 0; column < columns.size(); column++) {
        one.put(columns.get(column), row.get(column));
      }
    }
    ArrayNode said = node.putArray("notes");
    notes.forEach(said::add);
    return node;
  }
}
