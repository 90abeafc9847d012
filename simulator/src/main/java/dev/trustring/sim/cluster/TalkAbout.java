package dev.trustring.sim.cluster;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import dev.trustring.trust.identity.DeviceName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Tells the other endpoints of a ring whom the device lists, and again until each has heard it,
 * since any word may be lost on the way.
 */
final class TalkAbout {

  /** One word to one endpoint. */
  record Word(ActorRef<RingTalk> to, RingTalk word) {
    void say() {
      to.tell(word);
    }
  }

  private final DeviceName self;
  private final Map<DeviceName, ActorRef<RingTalk>> ends = new TreeMap<>();
  private final Map<DeviceName, Long> heard = new TreeMap<>();
  private SortedSet<DeviceName> listed;
  private long revision = 1;

  TalkAbout(DeviceName self, SortedSet<DeviceName> listed) {
    this.self = self;
    this.listed = listed;
  }

  void lists(SortedSet<DeviceName> members) {
    if (!members.equals(listed)) {
      listed = members;
      revision++;
    }
  }

  /** The endpoints that can be talked to now. */
  void ends(Collection<ActorRef<RingTalk>> now, Roster roster) {
    ends.clear();
    for (ActorRef<RingTalk> end : now) {
      Address address = end.path().address();
      roster
          .deviceAt(address)
          .filter(device -> !device.equals(self))
          .ifPresent(device -> ends.put(device, end));
    }
    heard.keySet().retainAll(ends.keySet());
  }

  /** Somebody who was away may not have heard. */
  void again() {
    heard.clear();
  }

  void heardBy(RingTalk.Heard who) {
    heard.merge(who.device(), who.revision(), Math::max);
  }

  /** Confirms what a peer said. */
  void confirm(RingTalk.Lists said) {
    ActorRef<RingTalk> end = ends.get(said.device());
    if (end != null) {
      end.tell(new RingTalk.Heard(self, said.revision()));
    }
  }

  boolean isWaiting() {
    return ends.keySet().stream().anyMatch(this::hasNotHeard);
  }

  List<Word> overdue() {
    return ends.entrySet().stream()
        .filter(end -> hasNotHeard(end.getKey()))
        .map(end -> new Word(end.getValue(), new RingTalk.Lists(self, listed, revision)))
        .toList();
  }

  private boolean hasNotHeard(DeviceName device) {
    return heard.getOrDefault(device, 0L) < revision;
  }
}
