package dev.trustring.kv.sync;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmActor;
import dev.trustring.kv.point.FaultPoints;
import dev.trustring.trust.Trust;
import dev.trustring.trust.TrustActor;
import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;

/** Asks the service, the AccessTokenManager and the trust rows, and answers with all three. */
public final class FactsActor extends AbstractBehavior<FactsActor.Message> {

  /** What the actor takes; all of it is an answer to itself. */
  sealed interface Message {}

  private record Known(Knowledge knowledge) implements Message {}

  private record Verified(Atm.Reply.Verified reply) implements Message {}

  private record Checked(Trust.AccessAnswer answer) implements Message {}

  /** The question. */
  public record Query(Link link, DeviceName peer) {}

  /** The service's own answer to what it knows. */
  public record KnowledgeQuery(Query query, ActorRef<Knowledge> replyTo) {}

  /**
   * Whom to ask.
   *
   * @param points where this device's data service may take the rarer way
   */
  public record Sources(
      Self self,
      FaultPoints points,
      ActorRef<KnowledgeQuery> service,
      ActorRef<AtmActor.Message> atm,
      ActorRef<TrustActor.Message> trust) {}

  private final Sources sources;
  private final Query query;
  private final ActorRef<Gathered> replyTo;
  private Optional<Knowledge> knowledge = Optional.empty();
  private Optional<Atm.Reply.Verified> datasync = Optional.empty();
  private Optional<Trust.AccessAnswer> access = Optional.empty();

  private FactsActor(
      ActorContext<Message> context, Sources sources, Query query, ActorRef<Gathered> replyTo) {
    super(context);
    this.sources = sources;
    this.query = query;
    this.replyTo = replyTo;
    sources
        .service()
        .tell(
            new KnowledgeQuery(
                query, OnceActor.once(context, Knowledge.class, context.getSelf(), Known::new)));
    sources
        .atm()
        .tell(
            new AtmActor.Ask(
                Questions.datasync(query.link()),
                OnceActor.once(context, Atm.Reply.class, context.getSelf(), FactsActor::verified)));
  }

  /** An actor that gathers the facts once and is gone. */
  public static Behavior<Void> create(Sources sources, Query query, ActorRef<Gathered> replyTo) {
    return Behaviors.<Message>setup(context -> new FactsActor(context, sources, query, replyTo))
        .<Void>unsafeCast();
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Known.class, this::onKnown)
        .onMessage(Verified.class, this::onVerified)
        .onMessage(Checked.class, this::onChecked)
        .build();
  }

  private Behavior<Message> onKnown(Known known) {
    knowledge = Optional.of(known.knowledge());
    sources
        .trust()
        .tell(
            new TrustActor.Ask(
                Questions.access(query, known.knowledge()),
                OnceActor.once(
                    getContext(), Trust.Reply.class, getContext().getSelf(), FactsActor::checked)));
    return this;
  }

  private Behavior<Message> onVerified(Verified verified) {
    datasync = Optional.of(verified.reply());
    return answerWhenComplete();
  }

  private Behavior<Message> onChecked(Checked checked) {
    access = Optional.of(checked.answer());
    return answerWhenComplete();
  }

  private Behavior<Message> answerWhenComplete() {
    if (datasync.isEmpty() || access.isEmpty()) {
      return this;
    }
    replyTo.tell(
        Gathered.of(
            sources.self(),
            query,
            knowledge.orElseThrow(),
            new Gathered.Answers(datasync.get(), access.get())));
    return Behaviors.stopped();
  }

  private static Message verified(Atm.Reply reply) {
    return new Verified((Atm.Reply.Verified) reply);
  }

  private static Message checked(Trust.Reply reply) {
    return new Checked((Trust.AccessAnswer) reply);
  }
}
