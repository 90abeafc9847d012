package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.QueryArgument;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.store.KvStore;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which entries a call is about: those of a key prefix, or those that a query finds. */
final class Sought {

  static final Param PREFIX =
      Param.optional("keyPrefix", ParamType.TEXT, "the start of the keys, unless query is given");
  static final Param QUERY =
      Param.optional("query", ParamType.QUERY, "the predicates, unless keyPrefix is given");
  static final Param NEEDED_QUERY =
      Param.required("query", ParamType.QUERY, "the predicates, in the order of the calls");

  static final Param SYNC_QUERY =
      Param.optional("query", ParamType.QUERY, "which entries; all if not given");

  /** How a store refuses a query; the last three come without a code. */
  static final List<Failure> REFUSALS =
      List.of(
          new Failure("15100001", "inKeys has more than 128 keys"),
          new Failure("NOT_SUPPORT", "a predicate on values in a store without a schema"),
          new Failure("INVALID_QUERY_FIELD", "the schema has no such field with a value"),
          new Failure("INVALID_QUERY_FORMAT", "the predicates do not go together"));

  private Sought() {}

  /** The query of the call; none when it is missing or no query. */
  static Optional<Query> query(RunningCall call) {
    return call.arguments().find(QUERY.name()).flatMap(QueryArgument::query);
  }

  /**
   * What to ask the store, given the owner of the partition; none unless the call has either a
   * prefix that is not empty, or a query.
   */
  static Optional<Function<Optional<DeviceName>, KvStore.Command>> entries(RunningCall call) {
    Optional<JsonNode> prefix = call.arguments().find(PREFIX.name());
    Optional<JsonNode> query = call.arguments().find(QUERY.name());
    if (prefix.isPresent() == query.isPresent()) {
      return Optional.empty();
    }
    return query.isPresent()
        ? query(call).map(given -> owner -> new KvStore.Command.Select(given, owner))
        : prefix
            .filter(text -> text.isTextual() && !text.asText().isEmpty())
            .map(text -> owner -> new KvStore.Command.Entries(text.asText(), owner));
  }
}
