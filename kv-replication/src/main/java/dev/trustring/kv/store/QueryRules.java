package dev.trustring.kv.store;

import dev.trustring.kv.query.Query;
import dev.trustring.kv.query.QueryCheck;
import dev.trustring.kv.query.Selection;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore.Reply;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What queries find in a store (kv-store §1.4). */
final class QueryRules {

  private QueryRules() {}

  /** The answer to a command with a query; empty for any other. */
  static Optional<Reply> answer(StoreState state, KvStore.Command command, DeviceName self) {
    if (command instanceof KvStore.Command.Select select) {
      Optional<Status> problem = QueryCheck.problem(select.query(), SchemaRules.schema(state));
      return Optional.of(
          rows(state, new Asked(select.query(), select.owner(), self), problem, Reply.Listed::new));
    }
    if (command instanceof KvStore.Command.Count count) {
      Optional<Status> problem =
          QueryCheck.problemOfCounting(count.query(), SchemaRules.schema(state));
      return Optional.of(
          rows(
              state,
              new Asked(count.query(), count.owner(), self),
              problem,
              rows -> new Reply.Counted(rows.size())));
    }
    return Optional.empty();
  }

  private record Asked(Query query, Optional<DeviceName> named, DeviceName self) {}

  private static Reply rows(
      StoreState state, Asked asked, Optional<Status> problem, Function<List<Row>, Reply> wording) {
    if (asked.named().isPresent() && !StoreRules.hasPartitions(state)) {
      return new Reply.NoPartitions();
    }
    if (problem.isPresent()) {
      return new Reply.Refused(problem.get());
    }
    List<StoredEntry> there = StoreRules.live(state, owner(asked)).map(StoredEntry::new).toList();
    Selection selection = new Selection(asked.query(), SchemaRules.schema(state));
    return wording.apply(selection.of(there).stream().map(StoredEntry::row).toList());
  }

  /**
   * Whose partition is meant: that of the device which the call names, or else the query, or else
   * this one. A store without partitions does not look at the query's device (unverified).
   */
  private static String owner(Asked asked) {
    return asked
        .named()
        .map(DeviceName::value)
        .or(asked.query()::device)
        .orElse(asked.self().value());
  }
}
