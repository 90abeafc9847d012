package dev.trustring.sim.ring;

import dev.trustring.device.net.Bearer;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Topology;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.MembershipEvent;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.ring.RingId;
import dev.trustring.trust.ring.RingMembership;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Ring membership worked out from what every device lists and from who can reach whom.
 *
 * <p>Coming online takes a moment. A device notices at once that a peer is gone when the radios
 * over which it had the peer are its own and go off; otherwise only when keep-alive or heartbeat
 * run out (trust-and-softbus §5.5): 610 s where it had the peer over Wi-Fi, 320 s over Bluetooth
 * alone. A cut that heals before is noticed by nobody.
 */
public final class ComputedMembership implements RingMembership {

  /** From reach to online: discovery, authentication and joining (trust-and-softbus §6). */
  public static final Duration JOIN = Duration.ofSeconds(1);

  /** Idle Wi-Fi: keep-alive after 600 s, then probes for 10 s. */
  public static final Duration WIFI_SILENCE = Duration.ofSeconds(610);

  /** Bluetooth alone: one heartbeat cycle of 300 s and 20 s more. */
  public static final Duration BLUETOOTH_SILENCE = Duration.ofSeconds(320);

  private record Pair(DeviceName self, DeviceName peer, RingId ring) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int bySelf = self.compareTo(other.self);
      int byPeer = bySelf != 0 ? bySelf : peer.compareTo(other.peer);
      return byPeer != 0 ? byPeer : ring.compareTo(other.ring);
    }
  }

  private final RunLoop loop;
  private final Topology topology;
  private final BiConsumer<DeviceName, MembershipEvent> tell;
  private final Map<DeviceName, Map<RingId, Ring>> listed = new TreeMap<>();
  private final Map<Pair, Member> members = new TreeMap<>();
  private final TreeSet<DeviceName> on = new TreeSet<>();

  public ComputedMembership(
      RunLoop loop, Topology topology, BiConsumer<DeviceName, MembershipEvent> tell) {
    this.loop = loop;
    this.topology = topology;
    this.tell = tell;
  }

  @Override
  public void ringsChanged(DeviceIdentity self, List<Ring> rings) {
    Map<RingId, Ring> now = new TreeMap<>();
    rings.forEach(ring -> now.put(ring.id(), ring));
    Set<Pair> touched = pairsOf(self.name());
    listed.put(self.name(), now);
    if (on.add(self.name())) {
      returned(self.name());
    }
    touched.addAll(pairsOf(self.name()));
    touched.forEach(this::review);
  }

  /** A device has lost its power: it forgets, the others have not noticed yet. */
  public void poweredOff(DeviceName device) {
    on.remove(device);
    members
        .entrySet()
        .removeIf(
            entry -> {
              boolean itsOwn = entry.getKey().self().equals(device);
              if (itsOwn) {
                entry.getValue().rest();
              }
              return itsOwn;
            });
    topologyChanged();
  }

  /** Reach may be other than before. */
  public void topologyChanged() {
    TreeSet<Pair> all = new TreeSet<>();
    listed.keySet().forEach(device -> all.addAll(pairsOf(device)));
    all.forEach(this::review);
  }

  /** Whether the two count as members of one ring. */
  public boolean isMutual(DeviceName one, DeviceName other) {
    return listed.getOrDefault(one, Map.of()).keySet().stream()
        .anyMatch(ring -> lists(one, other, ring) && lists(other, one, ring));
  }

  /** Peers that had not noticed its absence see the device go and come (trust-and-softbus §5.4). */
  private void returned(DeviceName device) {
    for (Map.Entry<Pair, Member> entry : members.entrySet()) {
      Pair pair = entry.getKey();
      if (pair.peer().equals(device) && entry.getValue().online()) {
        entry.getValue().rest();
        tell.accept(pair.self(), new MembershipEvent.Unreachable(pair.ring(), identity(device)));
      }
    }
  }

  private void review(Pair pair) {
    if (!on.contains(pair.self())) {
      return;
    }
    if (!isMutualIn(pair)) {
      dismiss(pair);
      return;
    }
    Member member = members.get(pair);
    if (member == null) {
      member = admit(pair);
    }
    if (!member.online() && reaches(pair)) {
      join(pair, member);
    } else if (member.online()) {
      watch(pair, member);
    }
  }

  /** A new member is heard of before it can be reached: who is trusted need not be there. */
  private Member admit(Pair pair) {
    Member member = new Member();
    members.put(pair, member);
    tell.accept(pair.self(), new MembershipEvent.Unreachable(pair.ring(), identity(pair.peer())));
    return member;
  }

  private void dismiss(Pair pair) {
    Member member = members.remove(pair);
    if (member != null) {
      member.rest();
      tell.accept(pair.self(), new MembershipEvent.Left(pair.ring(), identity(pair.peer())));
    }
  }

  private void join(Pair pair, Member member) {
    if (!member.isWaiting()) {
      member.waitsFor(loop.schedule(JOIN, () -> joined(pair, member)));
    }
  }

  private void joined(Pair pair, Member member) {
    member.waitIsOver();
    if (reaches(pair)) {
      member.comes(open(pair));
      tell.accept(pair.self(), new MembershipEvent.Online(pair.ring(), identity(pair.peer())));
    }
  }

  private void watch(Pair pair, Member member) {
    EnumSet<Bearer> open = open(pair);
    member.isSeenOver(open);
    member.isLostOver(ownOff(pair.self()));
    if (reaches(pair)) {
      member.waitIsOver();
    } else if (member.over().isEmpty()) {
      left(pair, member);
    } else if (!member.isWaiting()) {
      Duration silence = member.over().contains(Bearer.WIFI) ? WIFI_SILENCE : BLUETOOTH_SILENCE;
      member.waitsFor(loop.schedule(silence, () -> left(pair, member)));
    }
  }

  private void left(Pair pair, Member member) {
    member.rest();
    tell.accept(pair.self(), new MembershipEvent.Unreachable(pair.ring(), identity(pair.peer())));
  }

  private EnumSet<Bearer> open(Pair pair) {
    EnumSet<Bearer> open = EnumSet.allOf(Bearer.class);
    open.removeIf(bearer -> !topology.path(pair.self(), pair.peer(), bearer).isOpen());
    return open;
  }

  private EnumSet<Bearer> ownOff(DeviceName self) {
    EnumSet<Bearer> off = EnumSet.allOf(Bearer.class);
    off.removeIf(bearer -> topology.radiosOn(self).contains(bearer.radio()));
    return off;
  }

  private boolean reaches(Pair pair) {
    return on.contains(pair.self())
        && on.contains(pair.peer())
        && topology.reaches(pair.self(), pair.peer());
  }

  private boolean isMutualIn(Pair pair) {
    return lists(pair.self(), pair.peer(), pair.ring())
        && lists(pair.peer(), pair.self(), pair.ring());
  }

  private boolean lists(DeviceName one, DeviceName other, RingId ring) {
    Ring found = listed.getOrDefault(one, Map.of()).get(ring);
    return found != null && found.members().contains(other);
  }

  /** Both directions of every pair that the device's rings name. */
  private Set<Pair> pairsOf(DeviceName device) {
    TreeSet<Pair> pairs = new TreeSet<>();
    listed
        .getOrDefault(device, Map.of())
        .forEach(
            (id, ring) -> {
              for (DeviceName peer : ring.members()) {
                if (!peer.equals(device)) {
                  pairs.add(new Pair(device, peer, id));
                  pairs.add(new Pair(peer, device, id));
                }
              }
            });
    return pairs;
  }

  private static DeviceIdentity identity(DeviceName device) {
    return DeviceIdentity.of(device);
  }
}
