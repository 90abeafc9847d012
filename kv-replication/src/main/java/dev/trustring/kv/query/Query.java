package dev.trustring.kv.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an app seeks in a store: predicates in the order in which it called them (kv-store §1.4).
 */
public record Query(List<Clause> clauses) {

  /** A longer text makes the client forget the whole query (kv-store §1.4). */
  public static final int LONGEST_TEXT = 5120;

  /** A query that finds everything. */
  public static final Query ALL = new Query(List.of());

  public Query {
    clauses = List.copyOf(clauses);
  }

  /** What the client makes of these calls. */
  public static Query of(List<Clause> called) {
    List<Clause> kept = new ArrayList<>();
    for (Clause clause : called) {
      if (clause.predicate() == Predicate.RESET) {
        kept.clear();
      } else if (clause.counts()) {
        kept.add(clause);
      }
    }
    Query query = new Query(kept);
    return query.length() > LONGEST_TEXT ? ALL : query;
  }

  /** The query as text, which is what {@code getSqlLike} gives; a device stands first. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Clause clause : clauses) {
      if (clause.predicate() == Predicate.DEVICE_ID) {
        text.insert(0, clause.text());
      } else {
        text.append(clause.text());
      }
    }
    return text.toString();
  }

  private int length() {
    return clauses.stream().mapToInt(clause -> clause.text().length()).sum();
  }

  /** The device whose rows are sought, if the query names one; the last counts. */
  public Optional<String> device() {
    return all(Predicate.DEVICE_ID).reduce((first, last) -> last).map(Clause::firstText);
  }

  /** Whether keys alone decide which rows it finds. */
  public boolean asksForKeysOnly() {
    return clauses.stream()
        .map(clause -> clause.predicate().role())
        .allMatch(role -> role == Predicate.Role.NARROWS || role == Predicate.Role.LIMITS);
  }

  /** Whether it finds a part of what fits only. */
  public boolean isLimited() {
    return all(Predicate.LIMIT).findAny().isPresent();
  }

  /** Whether it says in which order rows come. */
  public boolean isOrdered() {
    return clauses.stream().anyMatch(c -> c.predicate().role() == Predicate.Role.ORDERS);
  }

  /** Whether it orders by the time of writing, which no sync can do (kv-store §3.2). */
  public boolean isOrderedByWriteTime() {
    return all(Predicate.ORDER_BY_WRITE_TIME).findAny().isPresent();
  }

  Stream<Clause> all(Predicate predicate) {
    return clauses.stream().filter(clause -> clause.predicate() == predicate);
  }
}
