package dev.trustring.device.platform;

import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.service.ResultSetCall;
import dev.trustring.kv.service.ResultSets;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreInputs;
import dev.trustring.kv.store.StoreSession;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A data service for one app, made of the rules of its stores; syncs are only noted. */
final class FakeStores {
  private static final DeviceName SELF = new DeviceName("phone");

  private final List<KvCall> calls = new ArrayList<>();
  private final Map<StoreId, StoreState> states = new TreeMap<>();
  private final Map<StoreId, StoreSession> sessions = new TreeMap<>();
  private final Map<StoreId, Integer> opens = new TreeMap<>();
  private final ResultSets sets = new ResultSets();
  private Optional<KvCall.Reply> scripted = Optional.empty();

  void says(KvCall.Reply reply) {
    scripted = Optional.of(reply);
  }

  /** What the service was asked last. */
  KvCall lastCall() {
    return calls.get(calls.size() - 1);
  }

  StoreState state(String store) {
    return states.getOrDefault(new StoreId(store), StoreState.ABSENT);
  }

  /** The file of a store is damaged. */
  void hit(String store) {
    states.put(new StoreId(store), new KvStore.Event.FileDamaged().appliedTo(state(store)));
  }

  /** The process of the one app that has stores here is gone. */
  void appEnded() {
    sessions.clear();
    opens.clear();
  }

  KvCall.Reply answer(KvCall call) {
    calls.add(call);
    if (scripted.isPresent()) {
      KvCall.Reply reply = scripted.get();
      scripted = Optional.empty();
      return reply;
    }
    if (call instanceof KvCall.RemoveStores) {
      states.clear();
      return new KvCall.Reply.Done();
    }
    if (call instanceof KvCall.GetStore open) {
      return open(open);
    }
    if (call instanceof KvCall.OnStore use) {
      return refusal(use.store()).orElseGet(() -> use(use));
    }
    if (call instanceof ResultSetCall set) {
      return onSet(set);
    }
    if (call instanceof KvCall.DeleteStore delete) {
      return delete(delete);
    }
    if (call instanceof KvCall.StoreIds asked) {
      return asked.appId().equals(asked.caller().bundle().value())
          ? new KvCall.Reply.Stores(List.copyOf(opens.keySet()))
          : new KvCall.Reply.Failed(Status.PERMISSION_DENIED);
    }
    if (call instanceof KvCall.CloseStore close) {
      opens.computeIfPresent(close.store(), (same, count) -> Math.max(0, count - 1));
    }
    return new KvCall.Reply.Done();
  }

  private KvCall.Reply delete(KvCall.DeleteStore delete) {
    opens.computeIfPresent(delete.store(), (same, count) -> 0);
    return decide(delete.store(), new KvStore.Command.DeleteStore())
            instanceof KvStore.Reply.Refused refused
        ? new KvCall.Reply.Failed(refused.status())
        : new KvCall.Reply.Done();
  }

  private KvCall.Reply open(KvCall.GetStore open) {
    KvStore.Reply reply = decide(open.store(), new KvStore.Command.Open(open.options()));
    if (reply instanceof KvStore.Reply.Refused refused) {
      return new KvCall.Reply.Failed(refused.status());
    }
    opens.merge(open.store(), 1, Integer::sum);
    return new KvCall.Reply.Done();
  }

  private KvCall.Reply use(KvCall.OnStore use) {
    return new KvCall.Reply.FromStore(decide(use.store(), use.command()));
  }

  private KvCall.Reply onSet(ResultSetCall call) {
    if (call instanceof ResultSetCall.Open open) {
      return refusal(open.store())
          .or(() -> sets.refusal(open))
          .orElseGet(() -> sets.opened(open, held(open)));
    }
    if (call instanceof ResultSetCall.Close close) {
      return refusal(close.store()).orElseGet(() -> sets.close(close));
    }
    return sets.use((ResultSetCall.Use) call);
  }

  private KvStore.Reply held(ResultSetCall.Open open) {
    return sessions
        .getOrDefault(open.store(), StoreSession.IDLE)
        .refusalToHold()
        .orElseGet(() -> decide(open.store(), open.rows()));
  }

  private Optional<KvCall.Reply> refusal(StoreId store) {
    Integer count = opens.get(store);
    if (count == null) {
      return Optional.of(new KvCall.Reply.NoStoreObject());
    }
    return count == 0
        ? Optional.of(new KvCall.Reply.Failed(Status.ALREADY_CLOSED))
        : Optional.empty();
  }

  private KvStore.Reply decide(StoreId store, KvStore.Command command) {
    StoreState state = states.getOrDefault(store, StoreState.ABSENT);
    StoreSession session = sessions.getOrDefault(store, StoreSession.IDLE);
    StoreSession.Outcome outcome = session.decide(state, command, new StoreInputs(SELF, 1));
    for (KvStore.Event event : outcome.decision().events()) {
      state = event.appliedTo(state);
    }
    states.put(store, state);
    sessions.put(store, outcome.after());
    return outcome.decision().reply();
  }
}
