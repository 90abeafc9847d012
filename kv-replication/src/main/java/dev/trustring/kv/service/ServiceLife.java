package dev.trustring.kv.service;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SubscribeType;
import dev.trustring.trust.identity.OsAccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether the data service lives, and which callbacks of apps hear of its death (kv-store §1.1).
 *
 * <p>An app opens and uses its stores without the service; what has to go there fails with
 * SERVER_UNAVAILABLE, which has no business error. After a death the clients register their
 * callbacks for remote changes anew every 500 ms until that succeeds.
 */
final class ServiceLife {

  /** Between two tries to register. */
  private static final Duration EVERY = Duration.ofMillis(500);

  private final TreeMap<String, Listeners> listeners = new TreeMap<>();
  private boolean serving = true;
  private Instant died = Instant.EPOCH;

  private record Listeners(BundleName app, OsAccountId user, Set<String> callbacks) {}

  boolean serving() {
    return serving;
  }

  /** The service dies; who is told. */
  List<DeathNotice> dies(Instant now) {
    serving = false;
    died = now;
    return listeners.values().stream()
        .flatMap(
            one ->
                one.callbacks().stream()
                    .map(callback -> new DeathNotice(one.app(), one.user(), callback)))
        .toList();
  }

  /** The service lives again; how long it is until the clients try the next time. */
  Duration livesAgain(Instant now) {
    serving = true;
    long since = Duration.between(died, now).toMillis() % EVERY.toMillis();
    return EVERY.minusMillis(since);
  }

  /** A callback that is there already is there once; an unknown one is taken off in silence. */
  void listens(KvCall.ListenForDeath call) {
    String app = AppProcesses.nameOf(call.caller());
    if (call.on()) {
      listeners
          .computeIfAbsent(
              app,
              first -> new Listeners(call.caller().bundle(), call.caller().user(), new TreeSet<>()))
          .callbacks()
          .add(call.callback().orElseThrow());
    } else if (call.callback().isEmpty()) {
      listeners.remove(app);
    } else {
      Optional.ofNullable(listeners.get(app))
          .ifPresent(one -> one.callbacks().remove(call.callback().get()));
    }
  }

  /** The process of an app is gone, and its callbacks with it. */
  void ended(KvServiceActor.AppEnded app) {
    listeners.remove(AppProcesses.nameOf(app.bundle(), app.user()));
  }

  /** What is said to a call that has to go to the service while it is dead. */
  Optional<KvCall.Reply> refusal(KvCall call) {
    return serving || !needsTheService(call)
        ? Optional.empty()
        : Optional.of(new KvCall.Reply.Failed(Status.SERVER_UNAVAILABLE));
  }

  private static boolean needsTheService(KvCall call) {
    if (call instanceof KvCall.OnStore use) {
      return use.command() instanceof KvStore.Command.SetRange
          || (use.command() instanceof KvStore.Command.Observe observe
              && observe.type() != SubscribeType.SUBSCRIBE_TYPE_LOCAL);
    }
    return call instanceof KvCall.Sync
        || call instanceof KvCall.AutoSync
        || call instanceof KvCall.SetSyncParam
        || call instanceof KvCall.EnableSync
        || call instanceof KvCall.StoreIds;
  }
}
