package dev.trustring.sim.oracle;

import dev.trustring.config.scenario.Expectations.Delivered;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether rows have come to every device that may hold them. A pair in which nothing was tried, or
 * in which trust, permission, labels and their like forbid it, owes nothing.
 */
final class Delivery {

  /** Where an attempt must not stop once everything is in reach again. */
  private static final Set<Stage> MUST_PASS = EnumSet.of(Stage.REACH, Stage.TRANSFER, Stage.SEEN);

  private record Attempt(DecisionRecord record, long storyNanos) {}

  private final List<Attempt> attempts = new ArrayList<>();

  void onDecision(DecisionRecord record, long storyNanos) {
    attempts.add(new Attempt(record, storyNanos));
  }

  /** The first pair in which something is missing, and why; empty when there is none. */
  Optional<String> breach(Delivered wanted, Shadow shadow) {
    for (DeviceName from : wanted.on()) {
      for (DeviceName to : wanted.on()) {
        Optional<String> missing =
            lastOf(wanted, from, to).flatMap(record -> missing(record, shadow));
        if (missing.isPresent()) {
          return missing;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<DecisionRecord> lastOf(Delivered wanted, DeviceName from, DeviceName to) {
    long begin = wanted.after().toNanos();
    long end = begin + wanted.within().toNanos();
    return attempts.stream()
        .filter(attempt -> attempt.storyNanos() >= begin && attempt.storyNanos() <= end)
        .map(Attempt::record)
        .filter(record -> record.from().equals(from) && record.to().equals(to))
        .filter(record -> record.store().value().equals(wanted.store()))
        .filter(record -> !record.mode().isOfSubscriptions())
        .reduce((earlier, later) -> later);
  }

  private static Optional<String> missing(DecisionRecord last, Shadow shadow) {
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
    return firstMissing(last, shadow).map(row -> pair + ": " + row);
  }

  private static Optional<String> firstMissing(DecisionRecord last, Shadow shadow) {
    for (Map.Entry<StoreKey, StoreState> held : shadow.stores(last.from()).entrySet()) {
      StoreKey key = held.getKey();
      Optional<StoreState> there = shadow.store(last.to(), key);
      boolean judged = key.store().equals(last.store()) && key.bundle().equals(last.app());
      if (judged && there.isPresent() && there.get().cache().isEmpty()) {
        Optional<String> missing =
            held.getValue().rows().values().stream()
                .filter(Row::isLocal)
                .flatMap(row -> missing(row, last.from(), there.get()).stream())
                .findFirst();
        if (missing.isPresent()) {
          return missing;
        }
      }
    }
    return Optional.empty();
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
