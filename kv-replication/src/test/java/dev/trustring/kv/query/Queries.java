package dev.trustring.kv.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Queries as tests write them. */
public final class Queries {

  private Queries() {}

  public static Query query(Clause... called) {
    return Query.of(Arrays.asList(called));
  }

  public static Clause on(Predicate predicate, String field, Operand... operands) {
    return new Clause(predicate, Optional.of(field), List.of(operands));
  }

  public static Clause on(Predicate predicate, Operand... operands) {
    return new Clause(predicate, Optional.empty(), List.of(operands));
  }

  public static Clause equalTo(String field, String value) {
    return on(Predicate.EQUAL_TO, field, Operand.of(value));
  }

  public static Clause prefixKey(String prefix) {
    return on(Predicate.PREFIX_KEY, Operand.of(prefix));
  }

  public static Clause inKeys(String... keys) {
    return on(Predicate.IN_KEYS, Arrays.stream(keys).map(Operand::of).toArray(Operand[]::new));
  }

  public static Clause limit(int total, int offset) {
    return on(Predicate.LIMIT, Operand.of(total), Operand.of(offset));
  }

  public static Clause and() {
    return on(Predicate.AND);
  }

  public static Clause or() {
    return on(Predicate.OR);
  }

  public static Clause begin() {
    return on(Predicate.BEGIN_GROUP);
  }

  public static Clause end() {
    return on(Predicate.END_GROUP);
  }
}
