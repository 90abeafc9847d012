package dev.trustring.device.platform;

import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.QueryArgument;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.query.Predicate;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.store.Key;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The forms of calls on stores that take DataShare's predicates or buckets of values. They are for
 * system apps alone; any other app is told 202, if nothing is wrong with what it gave (kv-store
 * §1.4).
 */
final class DataShare {

  static final Param PREDICATES =
      Param.optional(
          "predicates", ParamType.QUERY, "instead: DataSharePredicates, from system apps only");

  static final Param BUCKETS =
      new Param(
          "valuesBuckets",
          ParamType.OBJECTS,
          false,
          List.of(),
          List.of(StoreArguments.KEY, Param.required("value", ParamType.SCALAR, "the value")),
          "instead: buckets of values, from system apps only");

  static final Failure REFUSED =
      new Failure("202", "DataShare's form of the call is for system apps");

  private DataShare() {}

  /** Whether the caller may not use that form and does; it has its answer then. */
  static boolean refuses(RunningCall call) {
    boolean used =
        call.arguments().find(PREDICATES.name()).isPresent()
            || call.arguments().find(BUCKETS.name()).isPresent();
    return used && Apps.refusesOrdinary(call);
  }

  /** Whether exactly one of these parameters is given, right or wrong. */
  static boolean isOneOf(RunningCall call, Param... forms) {
    return Stream.of(forms).filter(form -> call.arguments().find(form.name()).isPresent()).count()
        == 1;
  }

  /** The predicates as the query that the client makes of them; none if there are none. */
  static Optional<Query> query(RunningCall call) {
    return call.arguments().find(PREDICATES.name()).flatMap(QueryArgument::query);
  }

  /**
   * The keys that the predicates name; none if they ask for anything but keys, or are not there.
   */
  static List<Key> keys(RunningCall call) {
    List<String> named =
        query(call)
            .filter(
                query ->
                    query.clauses().stream().allMatch(one -> one.predicate() == Predicate.IN_KEYS))
            .map(
                query ->
                    query.clauses().stream()
                        .flatMap(clause -> clause.operands().stream())
                        .map(operand -> operand.text())
                        .toList())
            .orElse(List.of());
    return named.stream().allMatch(Key::isLegal) ? named.stream().map(Key::of).toList() : List.of();
  }
}
