package dev.trustring.kv.sync;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.SoftBusCode;
import dev.trustring.kv.store.EngineTime;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreActor;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries out one attempt: does what the task wishes and tells it what came of that. */
public final class SyncActor extends AbstractBehavior<SyncActor.Message> {

  /** No answer for this long ends an attempt (kv-store §3.5: the task watchdog). */
  public static final Duration WATCHDOG = Duration.ofSeconds(30);

  /** What the actor takes. */
  public sealed interface Message {}

  /** It is this attempt's turn. */
  public record Go() implements Message {}

  /** The peer's records have come and are on disk. */
  public record MetadataStored() implements Message {}

  /** The peer answers. */
  public record FromPeer(SyncMessage.Answer answer) implements Message {}

  /** The soft bus could not reach the peer, or lost it. */
  public record LinkFailed(Optional<SoftBusCode> lane) implements Message {}

  /** The rows that the attempt asked for have come, and this has become of them. */
  public record PullAnswered(AckCode code) implements Message {}

  /** The store was deleted under the attempt; its app may never hear of it (kv-store §3.8). */
  public record StoreGone() implements Message {}

  private record FactsCame(Gathered gathered) implements Message {}

  private record StoreSaid(KvStore.Reply reply) implements Message {}

  private record TimedOut() implements Message {}

  /**
   * The pull of a peer that an attempt answers.
   *
   * @param wanted from when on the peer lacks rows, on this device's clock
   */
  public record Question(AttemptId attempt, long wanted) {}

  /** What an attempt is about. */
  public record Subject(
      AttemptId id,
      DeviceName peer,
      Link link,
      AttemptFacts facts,
      List<GateResult> asked,
      Optional<Question> answering) {
    public Subject {
      asked = List.copyOf(asked);
    }
  }

  /** What the actor needs of its device. */
  public record Ports(
      FactsActor.Sources sources,
      InstantSource clock,
      Consumer<SyncMessage> send,
      ActorRef<KvStoreActor.Message> store,
      ActorRef<SyncNews> news) {}

  private final TimerScheduler<Message> timers;
  private final Subject subject;
  private final Ports ports;
  private Optional<SyncTask> task = Optional.empty();
  private long offset;

  private SyncActor(
      ActorContext<Message> context, TimerScheduler<Message> timers, Subject subject, Ports ports) {
    super(context);
    this.timers = timers;
    this.subject = subject;
    this.ports = ports;
  }

  /** An actor for one attempt; it waits for {@link Go}. */
  public static Behavior<Message> create(Subject subject, Ports ports) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new SyncActor(context, timers, subject, ports)));
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(Go.class, go -> gather())
        .onMessage(FactsCame.class, this::onFacts)
        .onMessage(MetadataStored.class, stored -> onMetadata())
        .onMessage(FromPeer.class, this::onAnswer)
        .onMessage(StoreSaid.class, this::onStore)
        .onMessage(PullAnswered.class, this::onPullAnswered)
        .onMessage(LinkFailed.class, this::onLinkFailed)
        .onMessage(StoreGone.class, gone -> follow(taskOrWaiting().abandoned()))
        .onMessage(TimedOut.class, late -> giveIfRunning(new SyncTask.Input.TimedOut()))
        .build();
  }

  private Behavior<Message> gather() {
    getContext()
        .spawnAnonymous(
            FactsActor.create(
                ports.sources(),
                new FactsActor.Query(subject.link(), subject.peer()),
                OnceActor.once(
                    getContext(), Gathered.class, getContext().getSelf(), FactsCame::new)),
            DispatcherSelector.sameAsParent());
    return this;
  }

  private Behavior<Message> onFacts(FactsCame came) {
    Knowledge known = came.gathered().knowledge();
    offset = known.offset();
    if (task.isEmpty()) {
      return follow(
          SyncTask.start(
              subject.facts(),
              subject.asked(),
              new SyncTask.Known(known.fresh(), known.clocksMeasured(), known.ability())));
    }
    return give(new SyncTask.Input.FactsCame(came.gathered().self(), came.gathered().peer()));
  }

  private Behavior<Message> onAnswer(FromPeer from) {
    if (task.isEmpty()) {
      return this;
    }
    if (from.answer() instanceof SyncMessage.TimeAnswer time) {
      offset = ClockOffset.between(time, EngineTime.of(ports.clock().instant()));
      ports.news().tell(new SyncNews.ClocksMeasured(subject.peer(), offset));
    }
    if (from.answer() instanceof SyncMessage.AbilityAnswer ability
        && ability.code() == AckCode.OK) {
      ports.news().tell(new SyncNews.AbilityAgreed(subject.peer(), subject.link()));
    }
    Optional<SyncTask.Input> input = Answers.asInput(from.answer(), task.get().phase());
    return input.map(this::give).orElse(this);
  }

  private Behavior<Message> onStore(StoreSaid said) {
    if (said.reply() instanceof KvStore.Reply.Collected collected) {
      return give(new SyncTask.Input.RowsCame(collected.batch(), collected.receiveMark()));
    }
    if (said.reply() instanceof KvStore.Reply.Refused) {
      return follow(taskOrWaiting().abandoned());
    }
    return this;
  }

  private Behavior<Message> onMetadata() {
    return task.filter(running -> running.phase() == SyncTask.Phase.METADATA)
        .map(waits -> give(new SyncTask.Input.MetadataCame()))
        .orElse(this);
  }

  /** Rows may overtake the word that the request for them has come. */
  private Behavior<Message> onPullAnswered(PullAnswered answered) {
    return task.map(SyncTask::phase)
        .filter(phase -> phase == SyncTask.Phase.ACK || phase == SyncTask.Phase.ANSWER)
        .map(waits -> give(new SyncTask.Input.PullAnswered(answered.code())))
        .orElse(this);
  }

  /** A peer that is lost ends its waiting attempts as well (kv-store §3.8). */
  private Behavior<Message> onLinkFailed(LinkFailed failed) {
    return follow(taskOrWaiting().on(new SyncTask.Input.LinkFailed(failed.lane())));
  }

  private SyncTask taskOrWaiting() {
    return task.orElseGet(() -> SyncTask.waiting(subject.facts(), subject.asked()));
  }

  private Behavior<Message> giveIfRunning(SyncTask.Input input) {
    return task.isPresent() ? give(input) : this;
  }

  private Behavior<Message> give(SyncTask.Input input) {
    return follow(task.orElseThrow().on(input));
  }

  private Behavior<Message> follow(SyncTask.Next next) {
    task = Optional.of(next.task());
    SyncTask.Wish wish = next.wish();
    if (wish instanceof SyncTask.Wish.Finish finish) {
      return end(new SyncNews.Ended(subject, next.task(), Optional.of(finish.status())));
    }
    if (wish instanceof SyncTask.Wish.FinishSilently) {
      return end(new SyncNews.Ended(subject, next.task(), Optional.empty()));
    }
    if (wish instanceof SyncTask.Wish.RefusePull refuse) {
      subject
          .answering()
          .map(question -> new SyncMessage.PullRefused(question.attempt(), refuse.code()))
          .ifPresent(ports.send());
      return end(new SyncNews.Ended(subject, next.task(), Optional.of(refuse.status())));
    }
    return goOn(wish);
  }

  private Behavior<Message> goOn(SyncTask.Wish wish) {
    if (wish instanceof SyncTask.Wish.GatherFacts) {
      return gather();
    }
    if (wish instanceof SyncTask.Wish.CollectRows) {
      ask(collect());
    } else if (wish instanceof SyncTask.Wish.FallBack back) {
      ask(new KvStore.Command.MoveSendMark(subject.peer(), back.mark()));
      ask(collect());
    } else {
      talk(wish);
    }
    return this;
  }

  private KvStore.Command collect() {
    return new KvStore.Command.Collect(subject.peer(), subject.answering().map(Question::wanted));
  }

  private void talk(SyncTask.Wish wish) {
    if (wish instanceof SyncTask.Wish.ExchangeMetadata) {
      ports.news().tell(new SyncNews.MetadataWanted(subject.id(), subject.peer()));
    } else if (wish instanceof SyncTask.Wish.AwaitRows) {
      ports.news().tell(new SyncNews.AwaitsRows(subject.id(), subject.peer(), subject.link()));
    } else {
      Answers.rowsOf(wish)
          .map(rows -> new KvStore.Command.MoveSendMark(subject.peer(), rows.endMark()))
          .ifPresent(this::ask);
      ports.send().accept(Answers.asMessage(wish, subject, offset, ports.clock().instant()));
    }
    timers.startSingleTimer(new TimedOut(), WATCHDOG);
  }

  private void ask(KvStore.Command command) {
    ports
        .store()
        .tell(
            new KvStoreActor.Ask(
                command,
                OnceActor.once(
                    getContext(), KvStore.Reply.class, getContext().getSelf(), StoreSaid::new)));
  }

  private Behavior<Message> end(SyncNews.Ended ended) {
    ports.news().tell(ended);
    return Behaviors.stopped();
  }
}
