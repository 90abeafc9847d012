package dev.trustring.kv.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.trustring.kv.schema.FieldPath;
import dev.trustring.kv.schema.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which of the entries of a store a query finds, in which order (kv-store §1.4). */
public final class Selection {

  /** An entry that may be found; rows, and whatever else has a key and a value. */
  public interface Entry {
    String keyText();

    /** The stored text; JSON in a store with a schema. */
    String valueText();

    /** When it was written, in whatever unit. */
    long writeTime();
  }

  /** So it is in SQLite; they come last where the order is turned round. */
  private static final Comparator<Optional<Sortable>> NULLS_FIRST =
      (one, other) ->
          one.isPresent() && other.isPresent()
              ? one.get().compareTo(other.get())
              : Boolean.compare(one.isPresent(), other.isPresent());

  private record Read<E extends Entry>(E entry, JsonNode body) {}

  private final Query query;
  private final Optional<Schema> schema;
  private final Condition condition;
  private final Optional<String> prefix;
  private final Optional<TreeSet<String>> keys;

  /** The selection of a query in which nothing is wrong. */
  public Selection(Query query, Optional<Schema> schema) {
    this.query = query;
    this.schema = schema;
    this.condition = Condition.of(query);
    this.prefix = query.all(Predicate.PREFIX_KEY).findFirst().map(Clause::firstText);
    this.keys =
        query
            .all(Predicate.IN_KEYS)
            .findFirst()
            .map(clause -> new TreeSet<>(clause.operands().stream().map(Operand::text).toList()));
  }

  /** Whether an entry is among those that are sought, however many of them are wanted. */
  public boolean fits(Entry entry) {
    return hasKey(entry.keyText()) && condition.holds(body(entry));
  }

  /** Whether its key alone lets it be sought. */
  public boolean hasKey(String key) {
    return prefix.map(key::startsWith).orElse(true)
        && keys.map(all -> all.contains(key)).orElse(true);
  }

  /** What is found; without an order of the query's own in the order in which it is given. */
  public <E extends Entry> List<E> of(List<E> entries) {
    Stream<Read<E>> fitting =
        entries.stream()
            .filter(entry -> hasKey(entry.keyText()))
            .map(entry -> new Read<>(entry, body(entry)))
            .filter(read -> condition.holds(read.body()));
    List<E> found = sorted(fitting).map(Read::entry).toList();
    return query.all(Predicate.LIMIT).findFirst().map(limit -> part(found, limit)).orElse(found);
  }

  private static <E> List<E> part(List<E> all, Clause limit) {
    long total = Long.parseLong(limit.operands().get(0).text());
    long offset = Long.parseLong(limit.operands().get(1).text());
    return all.stream().skip(offset).limit(total).toList();
  }

  private JsonNode body(Entry entry) {
    return schema
        .flatMap(known -> known.body(entry.valueText()))
        .<JsonNode>map(found -> found)
        .orElseGet(MissingNode::getInstance);
  }

  private <E extends Entry> Stream<Read<E>> sorted(Stream<Read<E>> found) {
    Optional<Comparator<Read<E>>> order =
        query.clauses().stream()
            .filter(clause -> clause.predicate().role() == Predicate.Role.ORDERS)
            .map(Selection::<E>by)
            .reduce(Comparator::thenComparing);
    return order.map(found::sorted).orElse(found);
  }

  private static <E extends Entry> Comparator<Read<E>> by(Clause clause) {
    Comparator<Read<E>> byField =
        Comparator.comparing(read -> rank(clause, read.body()), NULLS_FIRST);
    Comparator<Read<E>> byTime = Comparator.comparingLong(read -> read.entry().writeTime());
    return switch (clause.predicate()) {
      case ORDER_BY_ASC -> byField;
      case ORDER_BY_DESC -> byField.reversed();
      default -> clause.firstText().equals("true") ? byTime : byTime.reversed();
    };
  }

  private static Optional<Sortable> rank(Clause clause, JsonNode body) {
    return clause.field().flatMap(FieldPath::parse).flatMap(path -> Sortable.of(path.in(body)));
  }
}
