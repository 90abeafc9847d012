package dev.trustring.sim.oracle;

import dev.trustring.config.scenario.Expectations.Delivered;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether rows have come to every device that may hold them. A pair in which nothing was tried, or
 * in which trust, permission, labels and their like forbid it, owes nothing.
 */
final class Delivery {

  /** Where an attempt must not stop once everything is in reach again. */
  private static final Set<Stage> MUST_PASS = EnumSet.of(Stage.REACH, Stage.TRANSFER, Stage.SEEN);

  /** An attempt, and the users in front on its two devices when it ended. */
  private record Attempt(
      DecisionRecord record, long storyNanos, OsAccountId sender, OsAccountId receiver) {}

  private final List<Attempt> attempts = new ArrayList<>();

  void onDecision(DecisionRecord record, Shadow shadow, long storyNanos) {
    attempts.add(
        new Attempt(
            record,
            storyNanos,
            shadow.foregroundUser(record.from()),
            shadow.foregroundUser(record.to())));
  }

  /** The first pair in which something is missing, and why; empty when there is none. */
  Optional<String> breach(Delivered wanted, Shadow shadow) {
    for (DeviceName from : wanted.on()) {
      for (DeviceName to : wanted.on()) {
        Optional<String> missing =
            lastOf(wanted, from, to).flatMap(attempt -> missing(attempt, shadow));
        if (missing.isPresent()) {
          return missing;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Attempt> lastOf(Delivered wanted, DeviceName from, DeviceName to) {
    long begin = wanted.after().toNanos();
    long end = begin + wanted.within().toNanos();
    return attempts.stream()
        .filter(attempt -> attempt.storyNanos() >= begin && attempt.storyNanos() <= end)
        .filter(attempt -> isAmong(attempt.record(), wanted, from, to))
        .reduce((earlier, later) -> later);
  }

  private static boolean isAmong(
      DecisionRecord record, Delivered wanted, DeviceName from, DeviceName to) {
    return record.from().equals(from)
        && record.to().equals(to)
        && record.store().value().equals(wanted.store())
        && !record.mode().isOfSubscriptions();
  }

  private static Optional<String> missing(Attempt attempt, Shadow shadow) {
    DecisionRecord last = attempt.record();
    String pair = last.from() + " -> " + last.to() + " " + last.store();
    if (last.firstStop().isPresent()) {
      return last.firstStop()
          .filter(stop -> MUST_PASS.contains(stop.stage()))
          .map(
              stop ->
                  pair
                      + " is stuck: the last attempt stopped at gate "
                      + stop.gate().id()
                      + " "
                      + stop.gate().name());
    }
    if (!last.mode().sendsRows()) {
      return Optional.empty();
    }
    return firstMissing(attempt, shadow).map(row -> pair + ": " + row);
  }

  private static Optional<String> firstMissing(Attempt attempt, Shadow shadow) {
    DecisionRecord last = attempt.record();
    StoreKey sent = new StoreKey(last.app(), attempt.sender(), last.store());
    Optional<StoreState> here = shadow.store(last.from(), sent);
    Optional<StoreState> there =
        shadow
            .store(last.to(), sent.of(attempt.receiver()))
            .filter(state -> state.cache().isEmpty());
    if (here.isEmpty() || there.isEmpty()) {
      return Optional.empty();
    }
    return here.get().rows().values().stream()
        .filter(Row::isLocal)
        .flatMap(row -> missing(row, last.from(), there.get()).stream())
        .findFirst();
  }

  private static Optional<String> missing(Row row, DeviceName writer, StoreState there) {
    Row found = there.rows().get(row.id());
    if (found == null) {
      return Optional.of(what(row) + " never arrived");
    }
    boolean fromWriter = found.sender().equals(Optional.of(writer));
    return fromWriter && !found.value().equals(row.value())
        ? Optional.of(what(row) + " arrived in an older version")
        : Optional.empty();
  }

  private static String what(Row row) {
    return (row.isTombstone() ? "the deletion of " : "the value of ") + row.id().key().text();
  }
}
