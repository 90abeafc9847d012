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
import dev.trustring.kv.point.FaultPoint;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.status.Status;
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

  /**
   * It is this attempt's turn.
   *
   * @param pushed whether it had to wait, and the last attempt before it that sent rows succeeded
   */
  public record Go(boolean pushed) implements Message {}

  /** The peer's records have come and are on disk. */
  public record MetadataStored() implements Message {}

  /** The peer answers. */
  public record FromPeer(SyncMessage.Answer answer) implements Message {}

  /** The soft bus could not reach the peer, or lost it. */
  public record LinkFailed(Optional<SoftBusCode> lane) implements Message {}

  /**
   * Rows that the attempt asked for have come, and this has become of them.
   *
   * @param last whether these were all
   */
  public record PullAnswered(AckCode code, boolean last) implements Message {}

  /** The store was deleted under the attempt; its app may never hear of it (kv-store §3.8). */
  public record StoreGone() implements Message {}

  /** The user of the store is no longer in front. */
  public record UserChanged() implements Message {}

  private record FactsCame(Gathered gathered) implements Message {}

  private record StoreSaid(KvStore.Reply reply, Optional<Long> until) implements Message {}

  private record TimedOut() implements Message {}

  /**
   * The pull of a peer that an attempt answers.
   *
   * @param wanted from when on the peer lacks rows, on this device's clock
   * @param query what the peer asks for; empty for everything
   */
  public record Question(AttemptId attempt, long wanted, Optional<Query> query) {}

  /**
   * What an attempt is about.
   *
   * @param query which rows it is about; empty for all
   */
  public record Subject(
      AttemptId id,
      DeviceName peer,
      Link link,
      AttemptFacts facts,
      List<GateResult> asked,
      Optional<Question> answering,
      Optional<Query> query) {
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
  private boolean pushed;

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
        .onMessage(Go.class, this::onGo)
        .onMessage(FactsCame.class, this::onFacts)
        .onMessage(MetadataStored.class, stored -> onMetadata())
        .onMessage(FromPeer.class, this::onAnswer)
        .onMessage(StoreSaid.class, this::onStore)
        .onMessage(PullAnswered.class, this::onPullAnswered)
        .onMessage(LinkFailed.class, this::onLinkFailed)
        .onMessage(StoreGone.class, gone -> follow(taskOrWaiting().abandoned()))
        .onMessage(UserChanged.class, gone -> follow(taskOrWaiting().deserted()))
        .onMessage(TimedOut.class, late -> giveIfRunning(new TaskInput.TimedOut()))
        .build();
  }

  private Behavior<Message> onGo(Go go) {
    pushed = go.pushed();
    return gather();
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
      return follow(SyncTask.start(subject.facts(), subject.asked(), known(known)));
    }
    return give(new TaskInput.FactsCame(came.gathered().self(), came.gathered().peer()));
  }

  private Known known(Knowledge known) {
    return new Known(
        known.fresh() && !fires(FaultPoint.METADATA_AGAIN),
        known.clocksMeasured() && !fires(FaultPoint.CLOCKS_AGAIN),
        known.ability() && !fires(FaultPoint.ABILITY_AGAIN),
        pushed,
        false);
  }

  private boolean fires(FaultPoint point) {
    return ports.sources().points().fires(point);
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
    Optional<TaskInput> input = Answers.asInput(from.answer(), task.get().phase());
    return input.map(this::give).orElse(this);
  }

  private Behavior<Message> onStore(StoreSaid said) {
    if (said.reply() instanceof KvStore.Reply.Collected collected) {
      return give(
          new TaskInput.RowsCame(
              collected.batch(), collected.receiveMark(), collected.rest(), said.until()));
    }
    if (said.reply() instanceof KvStore.Reply.Described described) {
      return give(
          new TaskInput.NewsCame(
              described.state().hasWrittenSinceSending(subject.peer(), subject.query())));
    }
    if (said.reply() instanceof KvStore.Reply.Refused refused) {
      SyncTask stopped = taskOrWaiting();
      boolean damaged = refused.status() == Status.DATA_CORRUPTED;
      return follow(damaged ? stopped.unreadable() : stopped.abandoned());
    }
    return this;
  }

  private Behavior<Message> onMetadata() {
    return task.filter(running -> running.phase() == Phase.METADATA)
        .map(waits -> give(new TaskInput.MetadataCame()))
        .orElse(this);
  }

  /** Rows may overtake the word that the request for them has come. */
  private Behavior<Message> onPullAnswered(PullAnswered answered) {
    return task.map(SyncTask::phase)
        .filter(phase -> phase == Phase.ACK || phase == Phase.ANSWER)
        .map(waits -> give(new TaskInput.PullAnswered(answered.code(), answered.last())))
        .orElse(this);
  }

  /** A peer that is lost ends its waiting attempts as well (kv-store §3.8). */
  private Behavior<Message> onLinkFailed(LinkFailed failed) {
    return follow(taskOrWaiting().on(new TaskInput.LinkFailed(failed.lane())));
  }

  private SyncTask taskOrWaiting() {
    return task.orElseGet(() -> SyncTask.waiting(subject.facts(), subject.asked()));
  }

  private Behavior<Message> giveIfRunning(TaskInput input) {
    return task.isPresent() ? give(input) : this;
  }

  private Behavior<Message> give(TaskInput input) {
    return follow(task.orElseThrow().on(input));
  }

  private Behavior<Message> follow(SyncTask.Next next) {
    task = Optional.of(next.task());
    TaskWish wish = next.wish();
    if (wish instanceof TaskWish.Finish finish) {
      return end(new SyncNews.Ended(subject, next.task(), Optional.of(finish.status())));
    }
    if (wish instanceof TaskWish.FinishSilently) {
      return end(new SyncNews.Ended(subject, next.task(), Optional.empty()));
    }
    if (wish instanceof TaskWish.RefusePull refuse) {
      subject
          .answering()
          .map(question -> new SyncMessage.PullRefused(question.attempt(), refuse.code()))
          .ifPresent(ports.send());
      return end(new SyncNews.Ended(subject, next.task(), Optional.of(refuse.status())));
    }
    return goOn(wish);
  }

  private Behavior<Message> goOn(TaskWish wish) {
    if (wish instanceof TaskWish.GatherFacts) {
      return gather();
    }
    if (wish instanceof TaskWish.LookForNews) {
      ask(new KvStore.Command.Describe());
    } else if (wish instanceof TaskWish.CollectRows collect) {
      ask(collect(collect.until()));
      collect.until().ifPresent(more -> watch());
    } else if (wish instanceof TaskWish.FallBack back) {
      ask(moved(back.mark()));
      ask(collectFrom(back.mark()));
    } else if (wish instanceof TaskWish.KeepWaiting) {
      watch();
    } else if (!(wish instanceof TaskWish.Nothing)) {
      talk(wish);
    }
    return this;
  }

  private KvStore.Command collect(Optional<Long> until) {
    return collect(
        until.isPresent() ? Optional.empty() : subject.answering().map(Question::wanted), until);
  }

  /** Rows of a query start where the peer says; others at the mark that was moved there. */
  private KvStore.Command collectFrom(long mark) {
    return subject.query().isPresent()
        ? collect(Optional.of(mark), Optional.empty())
        : collect(Optional.empty());
  }

  private KvStore.Command collect(Optional<Long> wanted, Optional<Long> until) {
    KvStore.Command.Collect packet =
        new KvStore.Command.Collect(
            subject.peer(),
            wanted,
            until,
            ports.sources().self().packets().orOneRow(fires(FaultPoint.PACKET_SMALL)));
    return subject
        .query()
        .<KvStore.Command>map(query -> new KvStore.Command.CollectFound(query, packet))
        .orElse(packet);
  }

  private KvStore.Command moved(long mark) {
    return subject
        .query()
        .<KvStore.Command>map(
            query -> new KvStore.Command.MoveQueryMark(subject.peer(), query, mark))
        .orElseGet(() -> new KvStore.Command.MoveSendMark(subject.peer(), mark));
  }

  private void talk(TaskWish wish) {
    if (wish instanceof TaskWish.ExchangeMetadata) {
      ports.news().tell(new SyncNews.MetadataWanted(subject.id(), subject.peer()));
    } else if (wish instanceof TaskWish.AwaitRows) {
      ports.news().tell(new SyncNews.AwaitsRows(subject.id(), subject.peer(), subject.link()));
    } else {
      Answers.rowsOf(wish).map(rows -> moved(rows.endMark())).ifPresent(this::ask);
      ports.send().accept(Answers.asMessage(wish, subject, offset, ports.clock().instant()));
      Answers.goesOn(wish).map(until -> collect(Optional.of(until))).ifPresent(this::ask);
    }
    watch();
  }

  private void watch() {
    timers.startSingleTimer(new TimedOut(), WATCHDOG);
  }

  private void ask(KvStore.Command command) {
    Optional<Long> until = untilOf(command);
    ports
        .store()
        .tell(
            new KvStoreActor.Ask(
                command,
                OnceActor.once(
                    getContext(),
                    KvStore.Reply.class,
                    getContext().getSelf(),
                    reply -> new StoreSaid(reply, until))));
  }

  private static Optional<Long> untilOf(KvStore.Command command) {
    if (command instanceof KvStore.Command.CollectFound found) {
      return found.packet().until();
    }
    return command instanceof KvStore.Command.Collect collect ? collect.until() : Optional.empty();
  }

  private Behavior<Message> end(SyncNews.Ended ended) {
    ports.news().tell(ended);
    return Behaviors.stopped();
  }
}
