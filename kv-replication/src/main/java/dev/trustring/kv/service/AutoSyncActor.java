package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.DeviceName;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Has stores synced that were opened with autoSync and written to (kv-store §7.1). */
final class AutoSyncActor extends AbstractBehavior<AutoSyncActor.Message> {

  /** What the actor takes. */
  sealed interface Message {}

  record Wrote(KvCaller app, StoreId store) implements Message {}

  /** The app takes part in a call with that device from now on, or in none. */
  record Partner(KvCaller app, Optional<DeviceName> device) implements Message {}

  /** The process of an app is gone. */
  record Ended(KvServiceActor.AppEnded app) implements Message {}

  private record Due(KvCaller app) implements Message {}

  private final TimerScheduler<Message> timers;
  private final InstantSource clock;
  private final ActorRef<KvServiceActor.Message> service;
  private final Map<String, AutoSyncs> apps = new TreeMap<>();
  private final Map<String, DeviceName> partners = new TreeMap<>();

  private AutoSyncActor(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      InstantSource clock,
      ActorRef<KvServiceActor.Message> service) {
    super(context);
    this.timers = timers;
    this.clock = clock;
    this.service = service;
  }

  static Behavior<Message> create(InstantSource clock, ActorRef<KvServiceActor.Message> service) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(timers -> new AutoSyncActor(context, timers, clock, service)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Wrote.class, this::onWrote)
        .onMessage(Partner.class, this::onPartner)
        .onMessage(Ended.class, this::onEnded)
        .onMessage(Due.class, this::onDue)
        .build();
  }

  private Behavior<Message> onWrote(Wrote wrote) {
    AutoSyncs app =
        apps.computeIfAbsent(AppProcesses.nameOf(wrote.app()), first -> new AutoSyncs());
    waitFor(wrote.app(), app.wrote(wrote.store(), clock.instant()));
    return this;
  }

  private void waitFor(KvCaller app, java.time.Duration time) {
    timers.startSingleTimer(AppProcesses.nameOf(app), new Due(app), time);
  }

  private Behavior<Message> onPartner(Partner partner) {
    String app = AppProcesses.nameOf(partner.app());
    partner.device().ifPresentOrElse(to -> partners.put(app, to), () -> partners.remove(app));
    return this;
  }

  private Behavior<Message> onEnded(Ended ended) {
    String app = AppProcesses.nameOf(ended.app().bundle(), ended.app().user());
    partners.remove(app);
    apps.remove(app);
    return this;
  }

  private Behavior<Message> onDue(Due due) {
    String name = AppProcesses.nameOf(due.app());
    AutoSyncs app = apps.getOrDefault(name, new AutoSyncs());
    Optional<DeviceName> partner = Optional.ofNullable(partners.get(name));
    List<StoreId> stores = app.due(clock.instant());
    stores.forEach(
        store ->
            service.tell(
                new KvServiceActor.Call(
                    new KvCall.AutoSync(due.app(), store, partner),
                    getContext().getSystem().ignoreRef())));
    if (partner.isEmpty()) {
      app.drop();
    } else if (!app.isEmpty()) {
      waitFor(due.app(), AutoSyncs.AFTER_THE_LAST);
    }
    return this;
  }
}
