package dev.trustring.kv.query;

import dev.trustring.kv.query.Predicate.Role;
import dev.trustring.kv.schema.FieldPath;
import dev.trustring.kv.schema.FieldType;
import dev.trustring.kv.schema.Schema;
import dev.trustring.kv.status.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the engine finds wrong with a query before it looks at any row (kv-store §1.4, §1.5). Which
 * disorder of predicates is refused is (unverified) where the notes are silent.
 */
public final class QueryCheck {

  /** The most keys that {@code inKeys} takes. */
  static final int MOST_KEYS = 128;

  private static final int LONGEST_KEY = 1024;

  private final Optional<Schema> schema;
  private final List<Clause> body;

  private QueryCheck(Query query, Optional<Schema> schema) {
    this.schema = schema;
    this.body =
        query.clauses().stream()
            .filter(clause -> clause.predicate().role() != Role.NARROWS)
            .toList();
  }

  /** The status with which the engine refuses the query in a store of that schema. */
  public static Optional<Status> problem(Query query, Optional<Schema> schema) {
    QueryCheck check = new QueryCheck(query, schema);
    return foreign(query)
        .or(() -> keys(query))
        .or(check::fields)
        .or(check::shape)
        .or(() -> once(query));
  }

  /** The same for a query whose hits are only counted: it may neither order nor limit them. */
  public static Optional<Status> problemOfCounting(Query query, Optional<Schema> schema) {
    return query.isLimited() || query.isOrdered()
        ? Optional.of(Status.NOT_SUPPORT)
        : problem(query, schema);
  }

  /** What no client makes; a peer may send it all the same. */
  private static Optional<Status> foreign(Query query) {
    boolean ours = query.equals(Query.of(query.clauses()));
    return ours ? Optional.empty() : Optional.of(Status.INVALID_QUERY_FORMAT);
  }

  private static Optional<Status> keys(Query query) {
    List<Operand> keys =
        query.all(Predicate.IN_KEYS).flatMap(clause -> clause.operands().stream()).toList();
    boolean given = query.all(Predicate.IN_KEYS).findAny().isPresent();
    if (given && (keys.isEmpty() || keys.stream().anyMatch(QueryCheck::isBadKey))) {
      return Optional.of(Status.INVALID_ARGUMENT);
    }
    return keys.size() > MOST_KEYS ? Optional.of(Status.OVER_MAX_LIMITS) : Optional.empty();
  }

  private static boolean isBadKey(Operand key) {
    int bytes = key.text().getBytes(StandardCharsets.UTF_8).length;
    return bytes == 0 || bytes > LONGEST_KEY;
  }

  private static Optional<Status> once(Query query) {
    boolean twice =
        query.all(Predicate.PREFIX_KEY).count() > 1 || query.all(Predicate.IN_KEYS).count() > 1;
    return twice ? Optional.of(Status.INVALID_QUERY_FORMAT) : Optional.empty();
  }

  private Optional<Status> fields() {
    return body.stream().flatMap(clause -> field(clause).stream()).findFirst();
  }

  private Optional<Status> field(Clause clause) {
    Predicate predicate = clause.predicate();
    if (!predicate.form().hasField()) {
      return Optional.empty();
    }
    if (schema.isEmpty()) {
      return Optional.of(Status.NOT_SUPPORT);
    }
    Optional<FieldType> type =
        clause.field().flatMap(FieldPath::parse).flatMap(schema.get()::typeOf);
    if (type.isEmpty()) {
      return Optional.of(Status.INVALID_QUERY_FIELD);
    }
    boolean needsSize = predicate.comparesSize() || predicate.role() == Role.ORDERS;
    return needsSize && type.get() == FieldType.BOOLEAN
        ? Optional.of(Status.INVALID_QUERY_FORMAT)
        : Optional.empty();
  }

  /**
   * Comparisons are linked, groups are closed, and order, limit and index follow, in this order.
   */
  private Optional<Status> shape() {
    int open = 0;
    Optional<Role> before = Optional.empty();
    for (Clause clause : body) {
      Role role = clause.predicate().role();
      open += role == Role.OPENS ? 1 : role == Role.CLOSES ? -1 : 0;
      if (open < 0 || !mayFollow(before, role)) {
        return Optional.of(Status.INVALID_QUERY_FORMAT);
      }
      before = Optional.of(role);
    }
    boolean dangling = before.filter(last -> last == Role.LINKS).isPresent();
    return open > 0 || dangling ? Optional.of(Status.INVALID_QUERY_FORMAT) : Optional.empty();
  }

  private static boolean mayFollow(Optional<Role> before, Role role) {
    return before.isEmpty()
        ? role != Role.LINKS && role != Role.CLOSES
        : mayStandBefore(role).contains(before.get());
  }

  private static List<Role> mayStandBefore(Role role) {
    return switch (role) {
      case COMPARES, OPENS -> List.of(Role.LINKS, Role.OPENS);
      case LINKS, CLOSES -> List.of(Role.COMPARES, Role.CLOSES);
      case ORDERS, LIMITS -> List.of(Role.COMPARES, Role.CLOSES, Role.ORDERS);
      case HINTS -> List.of(Role.COMPARES, Role.CLOSES, Role.ORDERS, Role.LIMITS);
      case NARROWS -> List.of(Role.values());
    };
  }
}
