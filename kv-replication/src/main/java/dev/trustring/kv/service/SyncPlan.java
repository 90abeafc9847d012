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
import dev.trustring.kv.decision.TaskMode;
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
 * @param query which rows; empty for all
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
    Optional<Query> query) {

  private static final Duration LEAST_DELAY = Duration.ofMillis(100);
  private static final Duration GREATEST_DELAY = Duration.ofDays(1);

  SyncPlan {
    targets = new TreeMap<>(targets);
  }

  /** What the platform makes of a delay: 0 stays, others are forced into 100 ms to one day. */
  static Duration effective(Duration given) {
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
      if (one.reason().consequence() instanceof Consequence.ThrowsNamed named) {
        return new Visible.Thrown(named.call(), OptionalInt.empty(), named.name());
      }
      if (answered) {
        return new Visible.Silent("the delayed call had returned before, and nothing calls back");
      }
      if (!started.isEmpty()) {
        return new Visible.Silent("the device is missing from syncComplete");
      }
      Status status = statusOf(one.reason());
      return new Visible.Thrown("SingleKVStore.sync", status.jsCode(), status.name());
    }
  }

  /** A device for which a gate of the call said no. */
  record Stopped(SyncActor.Subject subject, DenyReason reason) {

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
          AttemptFacts facts = facts(Objects.requireNonNull(gathered.get(peer)));
          CallWalk walk = CallWalk.over(facts);
          SyncActor.Subject subject =
              new SyncActor.Subject(id, peer, link(), facts, walk.asked(), Optional.empty(), query);
          if (walk.stop().isPresent()) {
            stopped.add(new Stopped(subject, walk.stop().get()));
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
            opened,
            openRefused,
            group,
            delay,
            mode);
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
    if (!started.isEmpty()) {
      return new KvCall.Reply.Done();
    }
    if (!opened) {
      return new KvCall.Reply.NoStoreObject();
    }
    DenyReason reason =
        stopped.stream()
            .map(Stopped::reason)
            .findFirst()
            .or(this::refusedAtOnce)
            .orElse(DenyReason.PEER_OFFLINE);
    return new KvCall.Reply.Failed(statusOf(reason));
  }

  private static Status statusOf(DenyReason reason) {
    if (reason.consequence() instanceof Consequence.Throws thrown) {
      return thrown.status();
    }
    throw new AssertionError(reason + " does not stop a call");
  }
}
