package dev.trustring.sim.oracle;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.StoreState;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An attempt that names no stop has brought what was due: every row of the sender below its mark
 * for the peer (kv-store §2.5, §3.6). Whatever a fault kept back has a stop in the record, since
 * gates know of lost frames and links as well.
 */
final class NonDeliveryExplained implements Invariant {

  private record Erased(DeviceName device, StoreKey store, RowId row) {}

  /** What was missing on the far side when it had taken the last packet of an attempt. */
  private final Map<AttemptId, String> missing = new HashMap<>();

  private final Set<AttemptId> taken = new HashSet<>();

  /** Copies that went since a query of their writer does not find them (kv-store §2.5). */
  private final Set<Erased> erased = new HashSet<>();

  @Override
  public String name() {
    return "non-delivery-explained";
  }

  @Override
  public String sentence() {
    return "a change that did not reach a peer by the end of its attempt has a stop in the record";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (happening instanceof Happening.StoreChanged changed
        && changed.event() instanceof KvStore.Event.Erased gone) {
      gone.rows().forEach(row -> erased.add(new Erased(changed.device(), changed.store(), row)));
    } else if (happening instanceof Happening.Judged judged) {
      look(judged.device(), judged.report(), shadow);
    } else if (happening instanceof Happening.Decided decided) {
      return unexplained(decided.decision());
    }
    return Optional.empty();
  }

  private Optional<String> unexplained(DecisionRecord record) {
    Optional<String> lacks = Optional.ofNullable(missing.remove(record.id()));
    boolean wasTaken = taken.remove(record.id());
    if (record.firstStop().isPresent() || record.rowsSent() == 0) {
      return Optional.empty();
    }
    String pair = record.from() + " -> " + record.to() + " " + record.store();
    return wasTaken
        ? lacks.map(what -> pair + ": " + what + ", and no gate stopped the attempt")
        : Optional.of(pair + ": no packet was taken, and no gate stopped the attempt");
  }

  private void look(DeviceName to, ReceiverReport report, Shadow shadow) {
    if (!report.last() || report.asked().stream().noneMatch(NonDeliveryExplained::isSaved)) {
      return;
    }
    taken.add(report.id());
    DeviceName from = report.id().device();
    OsAccountId sender = shadow.foregroundUser(from);
    for (Map.Entry<StoreKey, StoreState> there : shadow.stores(to).entrySet()) {
      if (isOf(report, there.getKey(), shadow) && showsAll(there.getValue())) {
        shadow
            .store(from, there.getKey().of(sender))
            .flatMap(here -> firstMissing(here, from, to, there))
            .ifPresent(what -> missing.put(report.id(), what));
      }
    }
  }

  /** Whether all that came can be seen: some may wait for the unlock, or be lost with the file. */
  private static boolean showsAll(StoreState there) {
    return there.cache().isEmpty() && !there.isDamaged();
  }

  private static boolean isSaved(GateResult result) {
    return result.gate().name().equals("save") && result.verdict() instanceof Verdict.Pass;
  }

  /** Two apps may each have a store of one name, and so may each user (§4.2 R2). */
  private static boolean isOf(ReceiverReport report, StoreKey key, Shadow shadow) {
    EndFacts self = report.facts().self();
    return key.user().equals(shadow.foregroundUser(self.device()))
        && self.store()
            .filter(own -> own.store().equals(key.store()))
            .flatMap(own -> shadow.bundle(own.app()))
            .filter(key.bundle()::equals)
            .isPresent();
  }

  private Optional<String> firstMissing(
      StoreState here, DeviceName from, DeviceName to, Map.Entry<StoreKey, StoreState> there) {
    long mark = here.sendMark(to);
    return here.rows().values().stream()
        .filter(row -> isDue(row, mark))
        .filter(row -> !erased.contains(new Erased(to, there.getKey(), row.id())))
        .filter(row -> !hasCome(row, from, there.getValue()))
        .findFirst()
        .map(row -> (row.isTombstone() ? "the deletion of " : "") + row.id().key().text());
  }

  /** A write that kept an older time is not sent to whoever is past that time (§2.1). */
  private static boolean isDue(Row row, long mark) {
    return row.isLocal() && row.timestamp() < mark && row.timestamp() == row.writeTimestamp();
  }

  /** That row, or one that won over it. */
  private static boolean hasCome(Row row, DeviceName from, StoreState there) {
    Row found = there.rows().get(row.id());
    return found != null
        && (!found.sender().equals(Optional.of(from)) || found.value().equals(row.value()));
  }
}
