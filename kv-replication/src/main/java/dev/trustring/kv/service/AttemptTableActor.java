package dev.trustring.kv.service;

import akka.actor.typed.ActorRef;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.sync.Self;
import dev.trustring.kv.sync.SyncActor;
import dev.trustring.kv.sync.SyncNews;
import dev.trustring.trust.identity.DeviceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The part of the service that knows which actor carries out which attempt. */
final class AttemptTableActor {

  private record Running(
      ActorRef<SyncActor.Message> attempt, ActorRef<SyncCallActor.Message> call) {}

  private final Self self;
  private final Map<AttemptId, Running> running = new HashMap<>();
  private final Map<AttemptId, Long> told = new HashMap<>();
  private final Turns turns = new Turns();
  private int lastAttempt;
  private int lastCall;

  AttemptTableActor(Self self) {
    this.self = self;
  }

  /** Fresh ids, one for each device. */
  SortedMap<DeviceName, AttemptId> numbered(List<DeviceName> targets) {
    TreeMap<DeviceName, AttemptId> ids = new TreeMap<>();
    for (DeviceName target : targets) {
      ids.computeIfAbsent(target, absent -> new AttemptId(self.name(), self.boot(), ++lastAttempt));
    }
    return ids;
  }

  int nextCall() {
    return ++lastCall;
  }

  void add(KvServiceActor.AttemptWaits waits) {
    AttemptId id = waits.subject().id();
    running.put(id, new Running(waits.attempt(), waits.call()));
    if (turns.join(id, waits.subject().peer(), waits.subject().link())) {
      waits.attempt().tell(new SyncActor.Go());
    }
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

  void ended(SyncNews.Ended news) {
    Running found = running.remove(news.id());
    told.remove(news.id());
    if (found == null) {
      throw new IllegalStateException("an unknown attempt has ended: " + news.id());
    }
    found.call().tell(new SyncCallActor.Ended(news));
    turns
        .leave(news.id(), news.peer(), news.link())
        .ifPresent(next -> tell(next, new SyncActor.Go()));
  }

  /** The soft bus could not deliver what an attempt sent. */
  void linkFailed(KvServiceActor.LinkFailed failed) {
    tell(failed.attempt(), new SyncActor.LinkFailed(Optional.of(failed.lane())));
  }

  /** The device manager says that the peer is offline (kv-store §3.8). */
  void peerLost(DeviceName peer) {
    turns.towards(peer).forEach(id -> tell(id, new SyncActor.LinkFailed(Optional.empty())));
  }
}
