package dev.trustring.sim.cluster;

import akka.actor.Address;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.sim.net.Topology;
import dev.trustring.sim.ring.Evidence;
import dev.trustring.sim.ring.Ground;
import dev.trustring.sim.ring.Membership;
import dev.trustring.sim.ring.Pair;
import dev.trustring.sim.ring.Presence;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.ring.RingId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ring membership by Akka Cluster: each device has an endpoint in the cluster of each of its rings,
 * and what the clusters say becomes what devices hear. When a device notices is the same as in
 * every form of membership ({@link Presence}); the cluster says whom there is to notice.
 */
public final class ClusterMembership implements Membership {

  private final Ground ground;
  private final Endpoints endpoints;
  private final Presence presence;
  private final Map<DeviceName, Map<RingId, Slot>> slots = new TreeMap<>();
  private final Map<DeviceName, Integer> started = new TreeMap<>();

  public ClusterMembership(Ground ground, Endpoints endpoints) {
    this.ground = ground;
    this.endpoints = endpoints;
    this.presence =
        new Presence(
            ground.agenda(), ground.topology(), new Clustered(), ground::tell, ground::heard);
  }

  @Override
  public void ringsChanged(DeviceIdentity self, List<Ring> rings) {
    Map<RingId, Ring> now = new TreeMap<>();
    rings.stream()
        .filter(ring -> ring.members().size() > 1)
        .forEach(ring -> now.put(ring.id(), ring));
    Map<RingId, Slot> mine = slots.computeIfAbsent(self.name(), absent -> new TreeMap<>());
    mine.values().stream().filter(slot -> !now.containsKey(slot.ring.id())).forEach(Slot::leave);
    mine.keySet().retainAll(now.keySet());
    now.values()
        .forEach(
            ring -> {
              Slot slot = mine.get(ring.id());
              if (slot == null) {
                mine.put(ring.id(), new Slot(self.name(), ring));
              } else {
                slot.lists(ring);
              }
            });
    presence.ringsChanged(self, rings);
  }

  @Override
  public void poweredOff(DeviceName device) {
    slots.remove(device);
    presence.poweredOff(device);
  }

  @Override
  public void topologyChanged() {
    presence.reviewAll();
  }

  @Override
  public boolean isComplete() {
    return presence.isComplete();
  }

  @Override
  public boolean isMutual(DeviceName one, DeviceName other) {
    return slots.getOrDefault(one, Map.of()).values().stream()
        .anyMatch(slot -> slot.view.members().containsKey(other) && slot.isListedBy(other));
  }

  /** A word about a ring has come in for a device. */
  @Override
  public void arrived(Frame frame) {
    if (frame.payload() instanceof Payload.RingProbe probe) {
      onProbe(frame.to(), frame.from(), probe);
    } else if (frame.payload() instanceof Payload.RingStranger stranger) {
      slot(frame.to(), stranger.ring()).ifPresent(slot -> slot.isStrangerTo(frame.from()));
    } else {
      throw new AssertionError(frame.payload());
    }
  }

  private void onProbe(DeviceName self, DeviceName from, Payload.RingProbe probe) {
    Optional<Slot> slot =
        slot(self, probe.ring()).filter(mine -> mine.ring.members().contains(from));
    if (slot.isEmpty()) {
      ground.say(self, from, new Payload.RingStranger(probe.ring()));
    } else if (Proof.of(slot.get().ring.key(), from, self).isRight(probe)) {
      slot.get().probedBy(from, probe);
    }
  }

  private Optional<Slot> slot(DeviceName device, RingId ring) {
    return Optional.ofNullable(slots.getOrDefault(device, Map.of()).get(ring));
  }

  /** What the endpoints of a device see, ring by ring. */
  @Override
  public Map<RingId, Map<DeviceName, String>> status(DeviceName device) {
    Map<RingId, Map<DeviceName, String>> status = new TreeMap<>();
    slots.getOrDefault(device, Map.of()).forEach((id, slot) -> status.put(id, slot.words()));
    return status;
  }

  /** What the clusters tell of a pair. */
  private final class Clustered implements Evidence {

    @Override
    public boolean isListedBy(Pair pair) {
      return slot(pair.self(), pair.ring()).map(slot -> slot.isListedBy(pair.peer())).orElse(true);
    }

    @Override
    public EnumSet<Bearer> open(Pair pair) {
      EnumSet<Bearer> open = EnumSet.noneOf(Bearer.class);
      if (slot(pair.self(), pair.ring()).filter(slot -> slot.reaches(pair.peer())).isPresent()) {
        Topology topology = ground.topology();
        open.addAll(topology.mayMeetOver(pair.self(), pair.peer()));
        open.removeIf(
            bearer ->
                !topology.isOn(pair.self(), bearer.medium())
                    || !topology.couldCarry(pair.self(), pair.peer(), bearer));
      }
      return open;
    }

    @Override
    public Duration joining() {
      return Duration.ZERO;
    }
  }

  /** One device's place in one ring. */
  private final class Slot {

    private final DeviceName self;
    private final Map<DeviceName, Boolean> heard = new TreeMap<>();
    private Ring ring;
    private RingView view = RingView.EMPTY;
    private Endpoint endpoint;
    private int number;

    Slot(DeviceName self, Ring ring) {
      this.self = self;
      this.ring = ring;
      this.endpoint = start();
    }

    private Endpoint start() {
      number = started.merge(self, 1, Integer::sum);
      return endpoints.start(self, ring, number, new Mouth(this, number));
    }

    void lists(Ring changed) {
      TreeSet<DeviceName> more = new TreeSet<>(changed.members());
      more.removeAll(ring.members());
      heard.keySet().removeAll(more);
      ring = changed;
      endpoint.tell(new RingEndpointActor.Listed(changed.members()));
    }

    void leave() {
      endpoint.tell(new RingEndpointActor.LeaveRing());
      number = 0;
    }

    void probedBy(DeviceName from, Payload.RingProbe probe) {
      heard.put(from, true);
      endpoint.tell(new RingEndpointActor.Probed(from, probe));
      presence.review(new Pair(self, from, ring.id()));
    }

    void isStrangerTo(DeviceName peer) {
      heard.put(peer, false);
      presence.review(new Pair(self, peer, ring.id()));
    }

    boolean isListedBy(DeviceName peer) {
      return heard.getOrDefault(peer, true);
    }

    boolean reaches(DeviceName peer) {
      RingView.Peer seen = view.members().get(peer);
      return seen != null && seen.reachable();
    }

    void becomes(RingView now) {
      RingView before = view;
      view = now;
      TreeSet<DeviceName> touched = new TreeSet<>(before.members().keySet());
      touched.addAll(now.members().keySet());
      for (DeviceName peer : touched) {
        RingView.Peer was = before.members().get(peer);
        RingView.Peer is = now.members().get(peer);
        heard.put(peer, is != null && is.listsMe());
        Pair pair = new Pair(self, peer, ring.id());
        if (was != null && is != null && !was.address().equals(is.address())) {
          presence.goesAndComes(pair);
        }
        presence.review(pair);
      }
    }

    /** The cluster of this ring is another one: a fresh endpoint joins it. */
    void moves() {
      endpoint.end();
      // The same peers will be met again there; nobody has left.
      view = RingView.EMPTY;
      endpoint = start();
    }

    /** Put out of the ring: nobody is a member for this device until its rings change. */
    void expelled() {
      becomes(RingView.EMPTY);
      ring.members().stream().filter(peer -> !peer.equals(self)).forEach(this::isStrangerTo);
    }

    Map<DeviceName, String> words() {
      Map<DeviceName, String> words = new TreeMap<>();
      view.members()
          .forEach(
              (device, peer) ->
                  words.put(device, peer.status() + (peer.reachable() ? "" : ", unreachable")));
      return words;
    }
  }

  /** Speaks for an endpoint. What comes from one that is no longer the slot's is not heard. */
  private final class Mouth implements RingEndpointActor.Ports {

    private final Slot slot;
    private final int number;

    Mouth(Slot slot, int number) {
      this.slot = slot;
      this.number = number;
    }

    private void enter(Runnable work) {
      ground
          .agenda()
          .enter(
              () -> {
                if (slot.number == number
                    && slots.getOrDefault(slot.self, Map.of()).containsValue(slot)) {
                  work.run();
                }
              });
    }

    @Override
    public void probe(DeviceName to, Address self, String founder, boolean answer) {
      enter(
          () ->
              ground.say(
                  slot.self,
                  to,
                  Proof.of(slot.ring.key(), slot.self, to)
                      .probe(slot.ring.id(), self.toString(), founder, answer)));
    }

    @Override
    public void view(RingView view) {
      enter(() -> slot.becomes(view));
    }

    @Override
    public void moves() {
      enter(slot::moves);
    }

    @Override
    public void expelled() {
      enter(slot::expelled);
    }
  }
}
