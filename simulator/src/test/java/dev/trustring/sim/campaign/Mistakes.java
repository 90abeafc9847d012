package dev.trustring.sim.campaign;

import dev.trustring.atm.PermissionView;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.InstallRule;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreActor;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.StoreDecision;
import dev.trustring.kv.store.StoreInputs;
import dev.trustring.kv.store.StoreState;
import dev.trustring.kv.sync.Gathered;
import dev.trustring.trust.account.AccountOutcome;
import dev.trustring.trust.bind.BindAnswer;
import dev.trustring.trust.bind.BindOutcome;
import dev.trustring.trust.bind.Binding;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.wire.BindMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What each {@link PlantedBug} does: it is given what the method returns, and in an array the
 * method's arguments with its object behind them.
 */
public final class Mistakes {

  /** Units of 100 ns in a minute. */
  private static final long A_MINUTE = 600_000_000L;

  /** What was verified once, by who asked. */
  private static final Map<Object, PermissionView> GRANTED =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private Mistakes() {}

  // CHECKSTYLE.OFF: MethodName
  public static Object last_arrival_wins(Object kept, Object[] given) {
    return ((Optional<?>) kept).isPresent() ? kept : Optional.of(given[2]);
  }

  public static Object older_write_revives(Object kept, Object[] given) {
    return stored(given).filter(Row::isTombstone).isPresent() ? Optional.of(given[2]) : kept;
  }

  public static Object tie_by_device_name(Object kept, Object[] given) {
    Row incoming = (Row) given[2];
    boolean wins =
        stored(given)
            .filter(here -> here.writeTimestamp() == incoming.writeTimestamp())
            .filter(here -> here.origin().value().compareTo(incoming.origin().value()) < 0)
            .isPresent();
    return wins ? Optional.of(incoming) : kept;
  }

  public static Object keys_come_once(Object kept, Object[] given) {
    Row incoming = (Row) given[2];
    return stored(given).filter(here -> here.sender().equals(incoming.sender())).isPresent()
        ? Optional.empty()
        : kept;
  }

  public static Object cache_wins(Object kept, Object[] given) {
    return Optional.of(given[2]);
  }

  public static Object tombstones_keep_their_clock(Object row, Object[] given) {
    Row sent = (Row) given[0];
    Row here = (Row) row;
    return !sent.isTombstone()
        ? here
        : new Row(
            here.id(),
            here.value(),
            sent.timestamp(),
            sent.writeTimestamp(),
            here.sender(),
            here.origin());
  }

  public static Object nothing_is_saved(Object kept, Object[] given) {
    return Optional.empty();
  }

  public static Object one_row_a_packet(Object decided, Object[] given) {
    StoreDecision decision = (StoreDecision) decided;
    List<KvStore.Event> events = decision.events().stream().map(Mistakes::withItsFirstRow).toList();
    return new StoreDecision(events, decision.reply());
  }

  private static KvStore.Event withItsFirstRow(KvStore.Event event) {
    return event instanceof KvStore.Event.Received received && received.rows().size() > 1
        ? new KvStore.Event.Received(
            received.from(), received.rows().subList(0, 1), received.mark())
        : event;
  }

  public static Object deletions_stay_home(Object due, Object[] given) {
    return rows(due).stream().filter(row -> !row.isTombstone()).toList();
  }

  public static Object newest_stays_home(Object due, Object[] given) {
    long newest = rows(due).stream().mapToLong(Row::timestamp).max().orElse(0);
    return rows(due).stream().filter(row -> row.timestamp() < newest).toList();
  }

  public static Object mark_too_early(Object mark, Object[] given) {
    return (Long) mark == 0 ? mark : (Long) mark + A_MINUTE;
  }

  public static Object receive_mark_ahead(Object mark, Object[] given) {
    return (Long) mark == 0 ? mark : (Long) mark + A_MINUTE;
  }

  public static Object removed_data_keeps_marks(Object after, Object[] given) {
    return withMarksOf((StoreState) given[1], (StoreState) after);
  }

  private static StoreState withMarksOf(StoreState before, StoreState after) {
    return new StoreState(
        after.options(),
        after.range(),
        after.rows(),
        after.lastTime(),
        after.sendMarks(),
        before.receiveMarks(),
        after.cache(),
        after.backups(),
        after.queryMarks(),
        after.isDamaged());
  }

  public static Object restore_turns_back_time(Object restored, Object[] given) {
    StoreState after = (StoreState) restored;
    long newest = after.rows().values().stream().mapToLong(Row::timestamp).max().orElse(0);
    return new StoreState(
        after.options(),
        after.range(),
        after.rows(),
        newest,
        after.sendMarks(),
        after.receiveMarks(),
        after.cache(),
        after.backups(),
        after.queryMarks(),
        after.isDamaged());
  }

  public static Object time_is_the_clock(Object now, Object[] given) {
    return ((StoreInputs) given[1]).now();
  }

  public static Object others_rows_are_relayed(Object local, Object[] given) {
    return true;
  }

  public static Object ack_before_disk(Object effect, Object[] given) {
    KvStoreActor.Ask ask = (KvStoreActor.Ask) given[1];
    if (ask.command() instanceof KvStore.Command.Put) {
      ask.replyTo().tell(new KvStore.Reply.Done());
    }
    return effect;
  }

  public static Object last_event_is_not_read(Object events, Object[] given) {
    List<?> read = (List<?>) events;
    return read.isEmpty() ? read : read.subList(0, read.size() - 1);
  }

  public static Object batch_is_cut(Object objects, Object[] given) {
    return ((Optional<?>) objects)
        .map(List.class::cast)
        .map(
            list ->
                given[0].equals("entries") ? list.subList(0, Math.max(1, list.size() - 1)) : list);
  }

  public static Object level_is_not_asked(Object verdict, Object[] given) {
    return Verdict.pass("planted");
  }

  public static Object level_on_one_side_only(Object verdict, Object[] given) {
    return Verdict.pass("planted");
  }

  /** The gates of one side come from this list as well. */
  public static Object permission_after_saving(Object gates, Object[] given) {
    if (given.length > 1) {
      return gates;
    }
    List<Object> swapped = new ArrayList<>((List<?>) gates);
    Collections.swap(swapped, place("R8", swapped), place("R13", swapped));
    return swapped;
  }

  private static int place(String id, List<?> gates) {
    List<String> ids = gates.stream().map(gate -> ((Gate) gate).info().id()).toList();
    return ids.lastIndexOf(id);
  }

  public static Object receiver_asks_no_permission(Object verdict, Object[] given) {
    return Verdict.pass("planted");
  }

  public static Object permission_gate_is_forgotten(Object gates, Object[] given) {
    return ((List<?>) gates).stream().filter(gate -> !gate.equals("R8")).toList();
  }

  public static Object revoked_stays_in_cache(Object gathered, Object[] given) {
    Gathered fresh = (Gathered) gathered;
    EndFacts self = fresh.self();
    if (self.datasync().granted()) {
      GRANTED.putIfAbsent(given[0], self.datasync());
    }
    PermissionView cached = GRANTED.getOrDefault(given[0], self.datasync());
    return new Gathered(
        fresh.rules(), self.withDatasync(cached), fresh.peer(), fresh.knowledge(), fresh.link());
  }

  public static Object more_than_requested(Object outcome, Object[] given) {
    if (!(outcome instanceof InstallRule.Outcome.Admitted admitted)) {
      return outcome;
    }
    NavigableMap<PermissionName, GrantState> more = new TreeMap<>(admitted.permissions());
    more.put(new PermissionName("ohos.permission.CAMERA"), GrantState.SYSTEM_FIXED);
    return new InstallRule.Outcome.Admitted(more);
  }

  public static Object receiver_trusts_the_sender(Object verdict, Object[] given) {
    return Verdict.pass("planted");
  }

  public static Object logout_keeps_rows(Object outcome, Object[] given) {
    AccountOutcome before = (AccountOutcome) outcome;
    List<TrustEvent> events =
        before.events().stream()
            .filter(event -> !(event instanceof TrustEvent.RowDeleted))
            .toList();
    return new AccountOutcome(before.waiting(), events, before.effects(), before.answer());
  }

  public static Object binds_side_by_side(Object outcome, Object[] given) {
    Binding binding = (Binding) given[1];
    return ((BindOutcome) outcome).answer() == BindAnswer.BUSY
        ? new Binding(Optional.empty(), binding.inputs())
            .start((dev.trustring.trust.bind.BindRequest) given[0])
        : outcome;
  }

  public static Object busy_sink_opens(Object outcome, Object[] given) {
    Binding binding = (Binding) given[2];
    boolean another =
        given[1] instanceof BindMessage.Opening opening
            && binding
                .running()
                .filter(session -> !session.id().equals(opening.bind()))
                .isPresent();
    return another
        ? new Binding(Optional.empty(), binding.inputs())
            .received((DeviceIdentity) given[0], (BindMessage) given[1])
        : outcome;
  }

  public static Object rollback_is_forgotten(Object outcome, Object[] given) {
    BindOutcome before = (BindOutcome) outcome;
    List<TrustEvent> events = before.events().stream().filter(event -> !isUndoing(event)).toList();
    return new BindOutcome(before.session(), events, before.effects(), before.answer());
  }

  // CHECKSTYLE.ON: MethodName

  private static boolean isUndoing(TrustEvent event) {
    return event instanceof TrustEvent.RowDeleted || event instanceof TrustEvent.CredentialDeleted;
  }

  @SuppressWarnings("unchecked")
  private static Optional<Row> stored(Object[] given) {
    return (Optional<Row>) given[1];
  }

  private static List<Row> rows(Object list) {
    return ((List<?>) list).stream().map(Row.class::cast).toList();
  }
}
