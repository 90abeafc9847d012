package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.Silence;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.sync.Link;
import dev.trustring.kv.sync.Self;
import dev.trustring.kv.sync.SyncActor;
import dev.trustring.kv.sync.SyncNews;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The part of the service that knows which actor carries out which attempt. */
final class AttemptTableActor {

  private record Running(
      ActorRef<SyncActor.Message> attempt,
      Optional<ActorRef<SyncCallActor.Message>> call,
      SyncActor.Subject subject) {

    Optional<Query> query() {
      return subject.query();
    }
  }

  private final Self self;
  private final Map<AttemptId, Running> running = new HashMap<>();
  private final Map<AttemptId, Long> told = new HashMap<>();
  private Turns turns = new Turns();
  private final ServiceLife life;
  private int lastAttempt;
  private int lastCall;
  private int lastOfTheDead;

  AttemptTableActor(Self self, ServiceLife life) {
    this.self = self;
    this.life = life;
  }

  /** Fresh ids, one for each device. */
  SortedMap<DeviceName, AttemptId> numbered(List<DeviceName> targets) {
    TreeMap<DeviceName, AttemptId> ids = new TreeMap<>();
    for (DeviceName target : targets) {
      ids.computeIfAbsent(target, absent -> numbered());
    }
    return ids;
  }

  /** A fresh id. */
  AttemptId numbered() {
    return new AttemptId(self.name(), self.boot(), ++lastAttempt);
  }

  int nextCall() {
    return ++lastCall;
  }

  /** The service has died; the attempts that no call of sync has started. */
  List<ActorRef<SyncActor.Message>> died() {
    List<ActorRef<SyncActor.Message>> own =
        running.values().stream()
            .filter(one -> one.call().isEmpty())
            .sorted(Comparator.comparing(one -> one.subject().id().number()))
            .map(Running::attempt)
            .toList();
    running.clear();
    lastOfTheDead = lastAttempt;
    told.clear();
    turns = new Turns();
    return own;
  }

  /** What was on its way when the service died begins no more. */
  void add(KvServiceActor.AttemptWaits waits) {
    if (!life.serving()) {
      return;
    }
    AttemptId id = waits.subject().id();
    running.put(id, new Running(waits.attempt(), waits.call(), waits.subject()));
    DeviceName peer = waits.subject().peer();
    Link link = waits.subject().link();
    go(
        waits.subject().answering().isPresent()
            ? turns.joinToAnswer(id, peer, link)
            : turns.join(id, peer, link),
        peer,
        link);
  }

  /** The attempt has the records of that version sent to its peer. */
  void tells(AttemptId id, long version) {
    told.put(id, version);
  }

  /** The version that was sent for the attempt, now that the peer has answered; -1 for none. */
  long toldBy(AttemptId id) {
    return told.getOrDefault(id, -1L);
  }

  /** Says something to the actor of an attempt; nobody hears it once the attempt has ended. */
  void tell(AttemptId id, SyncActor.Message message) {
    Running found = running.get(id);
    if (found != null) {
      found.attempt().tell(message);
    }
  }

  private void go(Optional<AttemptId> next, DeviceName peer, Link link) {
    next.ifPresent(id -> tell(id, new SyncActor.Go(turns.pushed(peer, link, queryOf(id)))));
  }

  /** The query that an attempt is about, if it is about one. */
  Optional<Query> queryOf(AttemptId id) {
    return Optional.ofNullable(running.get(id)).flatMap(Running::query);
  }

  void awaitsRows(SyncNews.AwaitsRows news) {
    go(turns.awaitsRows(news.id(), news.peer(), news.link()), news.peer(), news.link());
  }

  /**
   * Tells whoever called; the report of an attempt that nobody called for. A device that slept may
   * hear of the death of its service, of its return and then of an attempt that ended before.
   */
  Optional<AttemptReport> ended(SyncNews.Ended news) {
    Running found = running.remove(news.id());
    told.remove(news.id());
    if (found == null) {
      if (news.id().number() <= lastOfTheDead) {
        return Optional.empty();
      }
      throw new IllegalStateException("an unknown attempt has ended: " + news.id());
    }
    found.call().ifPresent(call -> call.tell(new SyncCallActor.Ended(news)));
    TaskMode mode = news.facts().call().mode();
    if (mode.sendsRows()) {
      boolean succeeded = news.status().equals(Optional.of(DbStatus.OK));
      // An answer counts as one of all rows also where a query asked for it (kv-store §3.2).
      Optional<Query> query = mode == TaskMode.RESPONSE_PULL ? Optional.empty() : found.query();
      turns.sentRows(news.peer(), news.link(), query, succeeded);
    }
    go(turns.leave(news.id(), news.peer(), news.link()), news.peer(), news.link());
    return found.call().isPresent()
        ? Optional.empty()
        : Optional.of(SyncOutcome.report(news, silence(mode).visible()));
  }

  private static Silence silence(TaskMode mode) {
    return switch (mode) {
      case AUTO_PUSH -> Silence.SUBSCRIBED_TO;
      case AUTO_SUBSCRIBE_QUERY -> Silence.SUBSCRIBES_AGAIN;
      default -> Silence.ANSWERS_A_PULL;
    };
  }

  /** The soft bus could not deliver what an attempt sent. */
  void linkFailed(KvServiceActor.LinkFailed failed) {
    tell(failed.attempt(), new SyncActor.LinkFailed(Optional.of(failed.lane())));
  }

  /** The store was deleted: whatever is under way for it ends, and nobody is told. */
  void storeGone(Link link) {
    turns.of(link).forEach(id -> tell(id, new SyncActor.StoreGone()));
  }

  /** Another user is in front: whatever is under way for the stores of others ends. */
  void userChanged(OsAccountId front) {
    running.values().stream()
        .filter(one -> !List.of(OsAccountId.SYSTEM, front).contains(one.subject().link().user()))
        .sorted(Comparator.comparing(one -> one.subject().id().number()))
        .forEach(one -> one.attempt().tell(new SyncActor.UserChanged()));
  }

  /** Whether a manual sync of that store is queued or under way. */
  boolean isSyncing(Link link) {
    return turns.hasOwn(link);
  }

  /** The device manager says that the peer is offline (kv-store §3.8). */
  void peerLost(DeviceName peer) {
    turns.towards(peer).forEach(id -> tell(id, new SyncActor.LinkFailed(Optional.empty())));
  }
}
