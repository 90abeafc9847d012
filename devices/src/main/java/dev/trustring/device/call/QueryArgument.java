package dev.trustring.device.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.trustring.kv.query.Clause;
import dev.trustring.kv.query.Operand;
import dev.trustring.kv.query.Predicate;
import dev.trustring.kv.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query as a scenario writes it: a list of predicates, each by the platform's name with what it
 * is given, such as {@code equalTo: [$.title, milk]}, or the name alone where it is given nothing.
 */
public final class QueryArgument {

  private QueryArgument() {}

  /** The query; empty when it is none, or when any predicate was given null or a wrong thing. */
  public static Optional<Query> query(JsonNode given) {
    List<Clause> clauses = new ArrayList<>();
    for (JsonNode item : given) {
      Optional<Clause> clause = clause(item);
      if (clause.isEmpty()) {
        return Optional.empty();
      }
      clauses.add(clause.get());
    }
    return given.isArray() ? Optional.of(Query.of(clauses)) : Optional.empty();
  }

  private static Optional<Clause> clause(JsonNode item) {
    if (item.isTextual()) {
      return Predicate.parse(item.asText()).flatMap(predicate -> clause(predicate, nothing()));
    }
    if (item.size() != 1 || !item.isObject()) {
      return Optional.empty();
    }
    String word = item.fieldNames().next();
    return Predicate.parse(word).flatMap(predicate -> clause(predicate, item.path(word)));
  }

  /** What stands for the arguments of a predicate that takes none. */
  public static JsonNode nothing() {
    return MissingNode.getInstance();
  }

  /** The predicate with what it was given; empty when it takes something else. */
  public static Optional<Clause> clause(Predicate predicate, JsonNode given) {
    if (!predicate.form().hasField()) {
      return operands(given).flatMap(found -> made(predicate, Optional.empty(), found));
    }
    boolean alone = predicate.form() == Predicate.Form.FIELD;
    JsonNode field = alone ? given : given.path(0);
    if (!field.isTextual() || (!alone && given.size() != 2)) {
      return Optional.empty();
    }
    return operands(alone ? nothing() : given.path(1))
        .flatMap(found -> made(predicate, Optional.of(field.asText()), found));
  }

  /** A list is several values, and nothing is none. */
  private static Optional<List<Operand>> operands(JsonNode given) {
    if (given.isMissingNode()) {
      return Optional.of(List.of());
    }
    if (!given.isArray()) {
      return operand(given).map(List::of);
    }
    List<Operand> operands = new ArrayList<>();
    given.forEach(one -> operand(one).ifPresent(operands::add));
    return operands.size() == given.size() ? Optional.of(operands) : Optional.empty();
  }

  private static Optional<Operand> operand(JsonNode given) {
    if (given.isTextual()) {
      return Optional.of(Operand.of(given.asText()));
    }
    if (given.isBoolean()) {
      return Optional.of(Operand.of(given.asBoolean()));
    }
    return given.isNumber() ? Optional.of(Operand.of(given.asDouble())) : Optional.empty();
  }

  private static Optional<Clause> made(
      Predicate predicate, Optional<String> field, List<Operand> operands) {
    try {
      return Optional.of(new Clause(predicate, field, operands));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }
}
