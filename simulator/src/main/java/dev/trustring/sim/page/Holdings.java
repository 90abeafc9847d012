package dev.trustring.sim.page;

import dev.trustring.atm.AtmState;
import dev.trustring.atm.token.HapToken;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.StoreState;
import dev.trustring.sim.world.Happening;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What every device holds, change by change: the rows of its stores, and what its apps are granted.
 * Told by stored events alone, so it is what is on disk.
 */
final class Holdings {

  /** The table of grants; no store has such a name, which begins with a bundle. */
  static final String GRANTS = "permissions";

  private static final int LONGEST = 200;

  /** What is in a cell. */
  enum Cell {
    NOTHING(0),
    VALUE(1),
    TOMBSTONE(2);

    private static final List<Cell> ALL = List.of(values());

    /** By which pages know it. */
    private final int number;

    Cell(int number) {
      this.number = number;
    }
  }

  /**
   * A table on a device.
   *
   * @param lane the number of the device
   * @param name of a store, or {@link #GRANTS}
   */
  record Place(int lane, String name) {}

  /**
   * One cell at a moment.
   *
   * @param writer who wrote it first; empty text where nobody is named
   */
  record Held(Cell cell, String value, String writer) {}

  private final Words words = new Words(LONGEST);
  private final List<Place> places = new ArrayList<>();
  private final Map<Place, Integer> numbers = new HashMap<>();
  private final Map<Place, StoreState> stores = new HashMap<>();
  private final Map<Integer, AtmState> permissions = new TreeMap<>();

  private final Column event = new Column();
  private final Column place = new Column();
  private final Column key = new Column();
  private final Column cell = new Column();
  private final Column value = new Column();
  private final Column writer = new Column();

  /** Takes in what was stored, as the event of that row, on the device of that lane. */
  void after(Happening happening, int row, int lane) {
    if (happening instanceof Happening.StoreChanged changed) {
      storeChanged(row, new Place(lane, name(changed.store())), changed.after());
    } else if (happening instanceof Happening.PermissionStored stored) {
      AtmState before = permissions.getOrDefault(lane, AtmState.EMPTY);
      AtmState after = stored.event().appliedTo(before);
      permissions.put(lane, after);
      permissionsChanged(row, new Place(lane, GRANTS), before, after);
    }
  }

  /** The name of a store's table. */
  private static String name(StoreKey store) {
    return store.toString();
  }

  private void storeChanged(int row, Place where, StoreState after) {
    StoreState before = stores.getOrDefault(where, StoreState.ABSENT);
    stores.put(where, after);
    if (before.rows() == after.rows()) {
      return;
    }
    for (Map.Entry<RowId, Row> now : after.rows().entrySet()) {
      Row old = before.rows().get(now.getKey());
      if (old == null || !old.equals(now.getValue())) {
        add(row, where, key(now.getKey()), held(now.getValue()));
      }
    }
    for (RowId old : before.rows().keySet()) {
      if (!after.rows().containsKey(old)) {
        add(row, where, key(old), new Held(Cell.NOTHING, "", ""));
      }
    }
  }

  private static String key(RowId id) {
    return id.owner().isEmpty() ? id.key().text() : id.key().text() + " of " + id.owner();
  }

  private static Held held(Row row) {
    return new Held(
        row.isTombstone() ? Cell.TOMBSTONE : Cell.VALUE,
        row.value().map(one -> one.text()).orElse(""),
        row.origin().value());
  }

  private void permissionsChanged(int row, Place where, AtmState before, AtmState after) {
    for (HapToken token : after.tokens().values()) {
      Optional<HapToken> old = before.token(token.identity());
      token.permissions().keySet().stream()
          .filter(
              name ->
                  old.flatMap(one -> one.stateOf(name)).isEmpty()
                      || old.get().grants(name) != token.grants(name))
          .forEach(
              name ->
                  add(
                      row,
                      where,
                      token.identity().bundle().value() + " " + name.value(),
                      new Held(Cell.VALUE, token.grants(name) ? "granted" : "denied", "")));
    }
    for (HapToken token : before.tokens().values()) {
      if (after.token(token.identity()).isEmpty()) {
        token
            .permissions()
            .keySet()
            .forEach(
                name ->
                    add(
                        row,
                        where,
                        token.identity().bundle().value() + " " + name.value(),
                        new Held(Cell.NOTHING, "", "")));
      }
    }
  }

  private void add(int row, Place where, String of, Held held) {
    event.add(row);
    place.add(number(where));
    key.add(words.of(of));
    cell.add(held.cell().number);
    value.add(words.of(held.value()));
    writer.add(words.of(held.writer()));
  }

  private int number(Place where) {
    return numbers.computeIfAbsent(
        where,
        absent -> {
          places.add(where);
          return places.size() - 1;
        });
  }

  /** All tables, in the order of their first change. */
  List<Place> places() {
    return List.copyOf(places);
  }

  /** What each table held right after the event of a row: by place, then by key. */
  Map<Integer, Map<String, Held>> at(int row) {
    Map<Integer, Map<String, Held>> tables = new TreeMap<>();
    for (int i = 0; i < event.size() && event.get(i) <= row; i++) {
      Map<String, Held> table =
          tables.computeIfAbsent((int) place.get(i), absent -> new TreeMap<>());
      Cell what = Cell.ALL.get((int) cell.get(i));
      String of = words.get((int) key.get(i));
      if (what == Cell.NOTHING) {
        table.remove(of);
      } else {
        table.put(
            of, new Held(what, words.get((int) value.get(i)), words.get((int) writer.get(i))));
      }
    }
    return tables;
  }

  /** How many changes there were, then their columns. */
  void write(OutputStream out) throws IOException {
    Column.number(out, event.size());
    event.writeSteps(out);
    for (Column column : List.of(place, key, cell, value, writer)) {
      column.write(out);
    }
  }

  void writeWords(OutputStream out) throws IOException {
    words.write(out);
  }
}
