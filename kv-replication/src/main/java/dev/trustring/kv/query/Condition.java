package dev.trustring.kv.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trustring.kv.schema.FieldPath;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Whether a value fits; {@code and} binds closer than {@code or}, groups closer than both. */
interface Condition {

  /** Fits every value. */
  Condition ALWAYS = value -> true;

  boolean holds(JsonNode value);

  /** The condition of a query in which nothing is wrong. */
  static Condition of(Query query) {
    List<Clause> parts =
        query.clauses().stream().filter(clause -> isPart(clause.predicate().role())).toList();
    return parts.isEmpty() ? ALWAYS : new Parser(parts).alternatives();
  }

  private static boolean isPart(Predicate.Role role) {
    return role == Predicate.Role.COMPARES
        || role == Predicate.Role.LINKS
        || role == Predicate.Role.OPENS
        || role == Predicate.Role.CLOSES;
  }

  /** Reads a condition off its parts. */
  final class Parser {
    private final Iterator<Clause> rest;
    private Optional<Clause> next;

    private Parser(List<Clause> parts) {
      rest = parts.iterator();
      next = Optional.of(rest.next());
    }

    private Clause take() {
      Clause taken = next.orElseThrow();
      next = rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
      return taken;
    }

    private boolean takes(Predicate wanted) {
      boolean here = next.filter(clause -> clause.predicate() == wanted).isPresent();
      if (here) {
        take();
      }
      return here;
    }

    private Condition alternatives() {
      Condition all = conjunction();
      while (takes(Predicate.OR)) {
        Condition left = all;
        Condition right = conjunction();
        all = value -> left.holds(value) || right.holds(value);
      }
      return all;
    }

    private Condition conjunction() {
      Condition all = operand();
      while (takes(Predicate.AND)) {
        Condition left = all;
        Condition right = operand();
        all = value -> left.holds(value) && right.holds(value);
      }
      return all;
    }

    private Condition operand() {
      if (takes(Predicate.BEGIN_GROUP)) {
        Condition inner = alternatives();
        take();
        return inner;
      }
      return comparison(take());
    }
  }

  /** What is null or missing fits isNull alone, as in SQL. */
  private static Condition comparison(Clause clause) {
    FieldPath path = clause.field().flatMap(FieldPath::parse).orElseThrow();
    if (clause.predicate() == Predicate.IS_NULL) {
      return value -> Sortable.of(path.in(value)).isEmpty();
    }
    List<Sortable> wanted = clause.operands().stream().map(Sortable::of).toList();
    return value ->
        Sortable.of(path.in(value)).filter(found -> compares(clause, found, wanted)).isPresent();
  }

  private static boolean compares(Clause clause, Sortable found, List<Sortable> wanted) {
    return switch (clause.predicate()) {
      case EQUAL_TO, IN_NUMBER, IN_STRING -> wanted.contains(found);
      case NOT_EQUAL_TO, NOT_IN_NUMBER, NOT_IN_STRING -> !wanted.contains(found);
      case LIKE -> Wildcard.fits(clause.firstText(), found.asText());
      case UNLIKE -> !Wildcard.fits(clause.firstText(), found.asText());
      case IS_NOT_NULL -> true;
      default -> hasSize(clause.predicate(), found.compareTo(wanted.get(0)));
    };
  }

  private static boolean hasSize(Predicate predicate, int difference) {
    return switch (predicate) {
      case GREATER_THAN -> difference > 0;
      case LESS_THAN -> difference < 0;
      case GREATER_THAN_OR_EQUAL_TO -> difference >= 0;
      case LESS_THAN_OR_EQUAL_TO -> difference <= 0;
      default -> throw new AssertionError(predicate + " compares nothing");
    };
  }
}
