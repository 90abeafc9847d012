package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmActor;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreActor;
import dev.trustring.kv.sync.OnceActor;

/**
 * One call of {@code getKVStore}: the article asks for the permission and the data group first. If
 * the file is damaged the store is opened once more, with a rebuild; a process that holds the store
 * already is given what it holds, and the file stays as it is (kv-store §1.1, §1.2).
 */
final class OpenActor extends AbstractBehavior<OpenActor.Message> {

  /** What the actor takes; all of it is an answer to itself. */
  sealed interface Message {}

  private record Verified(Atm.Reply reply) implements Message {}

  private record StoreSaid(KvStore.Reply reply) implements Message {}

  /**
   * What the actor needs of the service.
   *
   * @param held whether the process of the app has the store open
   */
  record Ports(
      RuleSet rules,
      ActorRef<AtmActor.Message> atm,
      ActorRef<KvStoreActor.Message> store,
      DataGroup group,
      boolean held,
      ActorRef<KvServiceActor.Message> service,
      ActorRef<KvCall.Reply> replyTo) {}

  private final KvCall.GetStore call;
  private final Ports ports;
  private boolean rebuilds;

  private OpenActor(ActorContext<Message> context, KvCall.GetStore call, Ports ports) {
    super(context);
    this.call = call;
    this.ports = ports;
    switch (ports.rules()) {
      case ARTICLE -> askForPermission();
      case OPENHARMONY -> open();
    }
  }

  static Behavior<Void> create(KvCall.GetStore call, Ports ports) {
    return Behaviors.<Message>setup(context -> new OpenActor(context, call, ports))
        .<Void>unsafeCast();
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Verified.class, this::onVerified)
        .onMessage(StoreSaid.class, this::onStore)
        .build();
  }

  private void askForPermission() {
    ports
        .atm()
        .tell(
            new AtmActor.Ask(
                OpenRule.permission(call.caller()),
                OnceActor.once(
                    getContext(), Atm.Reply.class, getContext().getSelf(), Verified::new)));
  }

  private void open() {
    ports
        .store()
        .tell(
            new KvStoreActor.Ask(
                new KvStore.Command.Open(call.options(), rebuilds),
                OnceActor.once(
                    getContext(), KvStore.Reply.class, getContext().getSelf(), StoreSaid::new)));
  }

  private Behavior<Message> onVerified(Verified verified) {
    if (OpenRule.opens(verified.reply(), ports.group())) {
      open();
      return this;
    }
    ports.service().tell(new KvServiceActor.OpenRefused(call, ports.group(), OpenRule.DENIED));
    ports.replyTo().tell(new KvCall.Reply.OpenDenied(OpenRule.DENIED));
    return Behaviors.stopped();
  }

  private Behavior<Message> onStore(StoreSaid said) {
    boolean damaged = said.reply().equals(new KvStore.Reply.Refused(Status.DATA_CORRUPTED));
    if (damaged && !ports.held()) {
      rebuilds = true;
      open();
      return this;
    }
    if (said.reply() instanceof KvStore.Reply.Refused refused && !damaged) {
      ports.replyTo().tell(new KvCall.Reply.Failed(refused.status()));
    } else {
      ports
          .service()
          .tell(new KvServiceActor.StoreOpened(call, ports.group(), rebuilds, ports.replyTo()));
    }
    return Behaviors.stopped();
  }
}
