package dev.trustring.kv.service;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.CallFacts;
import dev.trustring.kv.decision.Consequence;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.decision.OpenRefusal;
import dev.trustring.kv.decision.Silence;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Trigger;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.sync.CallWalk;
import dev.trustring.kv.sync.Gathered;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.SyncActor;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One call of {@code sync} before any attempt runs: the gates of the call and what they do to it
 * (kv-store §4.1 G0 to G4, §7.2).
 *
 * @param targets the devices of the call, each with the id of its attempt
 * @param delay the effective delay
 * @param mode in which direction rows are to go
 * @param unfinished how many manual syncs of the store are unfinished
 * @param query which rows; empty for all
 * @param trigger what made the call
 */
record SyncPlan(
    RuleSet rules,
    KvCaller caller,
    StoreId store,
    SortedMap<DeviceName, AttemptId> targets,
    Duration delay,
    TaskMode mode,
    Optional<BundleName> manager,
    boolean opened,
    Optional<OpenRefusal> openRefused,
    DataGroup group,
    int unfinished,
    Optional<Query> query,
    Trigger trigger) {

  private static final Duration BACKGROUND_DELAY = Duration.ofSeconds(1);
  private static final Duration LEAST_DELAY = Duration.ofMillis(100);
  private static final Duration GREATEST_DELAY = Duration.ofDays(1);

  SyncPlan {
    targets = new TreeMap<>(targets);
  }

  /**
   * What the platform makes of a delay: 0 stays for an app in front, others are forced into 100 ms
   * to one day (kv-store §7.2).
   *
   * @param background whether the app is not in front
   * @param param what setSyncParam set; only asked for in the background
   */
  static Duration effective(Duration given, boolean background, Duration param) {
    if (given.isZero() && background) {
      return param.isZero() ? BACKGROUND_DELAY : param;
    }
    if (given.isZero()) {
      return Duration.ZERO;
    }
    if (given.compareTo(LEAST_DELAY) < 0) {
      return LEAST_DELAY;
    }
    return given.compareTo(GREATEST_DELAY) > 0 ? GREATEST_DELAY : given;
  }

  /** What becomes of the call. */
  record Judged(KvCall.Reply reply, List<SyncActor.Subject> started, List<Stopped> stopped) {

    Judged {
      started = List.copyOf(started);
      stopped = List.copyOf(stopped);
    }

    /**
     * The reports of the devices for which nothing was started.
     *
     * @param answered whether the call had returned before
     */
    List<AttemptReport> reports(boolean answered) {
      return stopped.stream().map(one -> one.report(seen(answered, one))).toList();
    }

    private Visible seen(boolean answered, Stopped one) {
      if (one.facts().call().trigger() != Trigger.CALL) {
        return Silence.AUTOMATIC.visible();
      }
      if (answered) {
        return Silence.DELAYED.visible();
      }
      if (started.isEmpty() && reply instanceof KvCall.Reply.Done) {
        return Silence.METADATA_LATE.visible();
      }
      if (one.reason().consequence() instanceof Consequence.ThrowsNamed named) {
        return new Visible.Thrown(named.call(), OptionalInt.empty(), named.name());
      }
      if (!started.isEmpty()) {
        return Silence.LEFT_OUT.visible();
      }
      Status status = statusOf(one.reason());
      return new Visible.Thrown(call(one.facts()), status.jsCode(), status.name());
    }

    private static String call(AttemptFacts facts) {
      return switch (facts.call().mode()) {
        case SUBSCRIBE_QUERY -> "SingleKvStore.SubscribeWithQuery";
        case UNSUBSCRIBE_QUERY -> "SingleKvStore.UnsubscribeWithQuery";
        default -> "SingleKVStore.sync";
      };
    }
  }

  /**
   * A device for which a gate of the call said no.
   *
   * @param lacksMetadata whether its metadata would have had to be fetched first
   */
  record Stopped(SyncActor.Subject subject, DenyReason reason, boolean lacksMetadata) {

    /** The call returns while metadata is fetched, so what the engine says then is lost (§4.1). */
    boolean isLost() {
      return reason == DenyReason.QUEUE_FULL && lacksMetadata;
    }

    AttemptFacts facts() {
      return subject.facts();
    }

    AttemptReport report(Visible visible) {
      return new AttemptReport(
          subject.id(),
          subject.peer(),
          subject.facts(),
          subject.asked(),
          Optional.empty(),
          visible,
          0);
    }
  }

  /** The same call when so many others are unfinished. */
  SyncPlan behind(int others) {
    return new SyncPlan(
        rules,
        caller,
        store,
        targets,
        delay,
        mode,
        manager,
        opened,
        openRefused,
        group,
        others,
        query,
        trigger);
  }

  Link link() {
    return caller.link(store);
  }

  boolean isDelayed() {
    return !delay.isZero() && refusedAtOnce().isEmpty();
  }

  /** What the platform refuses before it looks at the delay or at any device (G0 to G2). */
  private Optional<DenyReason> refusedAtOnce() {
    if (!opened) {
      return Optional.of(DenyReason.STORE_NOT_OPENED);
    }
    if (!manager.orElse(caller.bundle()).equals(caller.bundle())) {
      return Optional.of(DenyReason.CALLER_NOT_OWNER);
    }
    return caller.instIndex() == 0 ? Optional.empty() : Optional.of(DenyReason.APP_CLONE);
  }

  /** Asks the gates of the call for every device. */
  Judged judge(Map<DeviceName, Gathered> gathered) {
    List<SyncActor.Subject> started = new ArrayList<>();
    List<Stopped> stopped = new ArrayList<>();
    targets.forEach(
        (peer, id) -> {
          Gathered known = Objects.requireNonNull(gathered.get(peer));
          AttemptFacts facts = facts(known);
          CallWalk walk = CallWalk.over(facts);
          SyncActor.Subject subject =
              new SyncActor.Subject(id, peer, link(), facts, walk.asked(), Optional.empty(), query);
          if (walk.stop().isPresent()) {
            boolean lacksMetadata = !known.knowledge().fresh();
            stopped.add(new Stopped(subject, walk.stop().get(), lacksMetadata));
          } else {
            started.add(subject);
          }
        });
    return new Judged(reply(started, stopped), started, stopped);
  }

  private AttemptFacts facts(Gathered gathered) {
    CallFacts call =
        new CallFacts(
            caller.bundle(),
            caller.app(),
            caller.user(),
            store,
            manager,
            opened && gathered.knowledge().own().isPresent(),
            openRefused,
            group,
            delay,
            mode,
            unfinished,
            trigger);
    return new AttemptFacts(
        rules,
        call,
        gathered.selfAs(caller.instIndex()),
        gathered.peer(),
        ExchangeFacts.NONE,
        Optional.empty(),
        LinkFacts.UNSEEN);
  }

  private KvCall.Reply reply(List<SyncActor.Subject> started, List<Stopped> stopped) {
    if (trigger != Trigger.CALL
        || !started.isEmpty()
        || stopped.stream().anyMatch(Stopped::isLost)) {
      return new KvCall.Reply.Done();
    }
    DenyReason reason =
        stopped.stream()
            .map(Stopped::reason)
            .findFirst()
            .or(this::refusedAtOnce)
            .orElse(DenyReason.PEER_OFFLINE);
    if (!opened || reason == DenyReason.STORE_NOT_OPENED) {
      return new KvCall.Reply.NoStoreObject();
    }
    return new KvCall.Reply.Failed(statusOf(reason));
  }

  private static Status statusOf(DenyReason reason) {
    if (reason.consequence() instanceof Consequence.Throws thrown) {
      return thrown.status();
    }
    throw new AssertionError(reason + " does not stop a call");
  }
}
