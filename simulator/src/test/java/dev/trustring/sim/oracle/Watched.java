package dev.trustring.sim.oracle;

import static dev.trustring.sim.Facts.ATTEMPT;
import static dev.trustring.sim.Facts.NOTES;
import static dev.trustring.sim.Facts.PHONE;
import static dev.trustring.sim.Facts.STORE;
import static dev.trustring.sim.Facts.TABLET;

import dev.trustring.atm.token.UserId;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Step;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.kv.store.StoreState;
import dev.trustring.kv.store.Value;
import dev.trustring.sim.run.Tale;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One oracle over a phone and a tablet, told by hand what happens. */
final class Watched {

  static final StoreKey NOTES_STORE = new StoreKey(NOTES, OsAccountId.FIRST, STORE);

  private final Scenario scenario = Tale.ofPhoneAndTablet().read();
  private final Shadow shadow = new Shadow(scenario);
  private final Invariant oracle;
  private long now;

  Watched(Invariant oracle) {
    this.oracle = oracle;
  }

  /** What the oracle says after it. */
  Optional<String> after(Happening happening) {
    shadow.after(happening, now);
    return oracle.breachAfter(happening, shadow);
  }

  void wait(Duration time) {
    now += time.toNanos();
  }

  StoreState store(DeviceName device) {
    return shadow
        .store(device, NOTES_STORE)
        .orElseGet(
            () ->
                new KvStore.Event.Opened(
                        new StoreOptions(
                            true,
                            false,
                            true,
                            false,
                            KvStoreType.SINGLE_VERSION,
                            SecurityLabel.S1,
                            Optional.empty()))
                    .appliedTo(StoreState.ABSENT));
  }

  Optional<String> stored(DeviceName device, KvStore.Event event) {
    return after(
        new Happening.StoreChanged(device, NOTES_STORE, event, event.appliedTo(store(device))));
  }

  Optional<String> called(String call, String arguments) {
    return after(new Happening.Called(PHONE, caller(), step(call, arguments)));
  }

  Optional<String> answered(String call, String arguments) {
    return after(
        new Happening.Answered(PHONE, caller(), step(call, arguments), CallOutcome.done()));
  }

  private Caller caller() {
    return new Caller.App(scenario.apps().get(0).contents(), UserId.FIRST, 0);
  }

  private static Step.Call step(String call, String arguments) {
    Scenario told =
        Tale.ofPhoneAndTablet()
            .call("1s", "phone", "SingleKVStore." + call, "storeId: notes" + arguments)
            .read();
    return (Step.Call) told.timeline().get(0);
  }

  /** A row of a key, written and sent on at that time. */
  static Row row(String key, String value, long time, DeviceName origin) {
    return new Row(
        new RowId("", Key.of(key)),
        Optional.of(new Value(Value.Type.STRING, value)),
        time,
        time,
        Optional.empty(),
        origin);
  }

  static Row sentBy(DeviceName sender, Row row) {
    return new Row(
        row.id(),
        row.value(),
        row.timestamp(),
        row.writeTimestamp(),
        Optional.of(sender),
        row.origin());
  }

  static GateResult gate(String id, Verdict verdict, boolean asked) {
    String name = id.equals("R13") ? "save" : "gate " + id;
    return new GateResult(
        new GateInfo(id, name, DenyReason.LABELS_DIFFER.stage(), "", ""), verdict, asked);
  }

  static Verdict no() {
    return Verdict.deny(DenyReason.LABELS_DIFFER, "so it is");
  }

  /** The phone's push to the tablet has ended. */
  static Happening decided(TaskMode mode, int rowsSent, GateResult... gates) {
    return new Happening.Decided(
        new DecisionRecord(
            ATTEMPT,
            0,
            RuleSet.OPENHARMONY,
            PHONE,
            TABLET,
            NOTES,
            STORE,
            mode,
            Optional.empty(),
            List.of(gates),
            Optional.empty(),
            new Visible.Completed(0),
            rowsSent,
            List.of()));
  }
}
