package dev.trustring.sim.ring;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Bearer.Medium;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.net.Topology;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.AwayReason;
import dev.trustring.trust.ring.MembershipEvent;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.ring.RingId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * When a device notices that a member of its rings comes, goes or leaves; the same for every form
 * of membership.
 *
 * <p>Coming online takes a moment. A device has a peer over one or several bearers and keeps a bit
 * for each; the peer is online as long as there is one (trust-and-softbus §5.5). A bit goes at once
 * with the device's own radio, otherwise when keep-alive or heartbeat run out: after 610 s over
 * Wi-Fi or a cable, 320 s over Bluetooth. A cut that heals before is noticed by nobody.
 *
 * <p>Over Bluetooth it is heartbeats that are heard, and a device sends them only while its screen
 * is on and unlocked. One whose own screen is off does not check periodically and waits longer, for
 * 640 s (§5.5, §6). What it sends gets through meanwhile. Two join over Bluetooth only while both
 * send heartbeats (our choice, unverified).
 */
public final class Presence {

  /** Idle Wi-Fi: keep-alive after 600 s, then probes for 10 s. */
  public static final Duration WIFI_SILENCE = Duration.ofSeconds(610);

  /** Bluetooth alone: one heartbeat cycle of 300 s and 20 s more. */
  public static final Duration BLUETOOTH_SILENCE = Duration.ofSeconds(320);

  /** Bluetooth alone while the device's own screen is off. */
  public static final Duration SCREEN_OFF_SILENCE = Duration.ofSeconds(640);

  private final Agenda agenda;
  private final Topology topology;
  private final Evidence evidence;
  private final BiConsumer<DeviceName, MembershipEvent> tell;
  private final Map<DeviceName, Map<RingId, Ring>> listed = new TreeMap<>();
  private final Map<Pair, Member> members = new TreeMap<>();
  private final TreeSet<DeviceName> on = new TreeSet<>();
  private final Hearing hearing;
  private final OneSided oneSided;

  /**
   * Nobody has rings yet.
   *
   * @param heard told of each device that hears a peer which it trusts and which does not trust it
   */
  public Presence(
      Agenda agenda,
      Topology topology,
      Evidence evidence,
      BiConsumer<DeviceName, MembershipEvent> tell,
      BiConsumer<DeviceName, DeviceName> heard) {
    this.agenda = agenda;
    this.topology = topology;
    this.evidence = evidence;
    this.tell = tell;
    this.hearing = new Hearing(topology);
    this.oneSided = new OneSided(agenda, this::isOneSided, heard);
  }

  /** A device tells its rings; whether it had been off until then. */
  public boolean ringsChanged(DeviceIdentity self, List<Ring> rings) {
    Map<RingId, Ring> now = new TreeMap<>();
    rings.forEach(ring -> now.put(ring.id(), ring));
    Set<Pair> touched = pairsOf(self.name());
    listed.put(self.name(), now);
    boolean isBack = on.add(self.name());
    if (isBack) {
      returned(self.name());
    }
    touched.addAll(pairsOf(self.name()));
    touched.forEach(this::review);
    return isBack;
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
    reviewAll();
  }

  /** Looks at every pair again. */
  public void reviewAll() {
    TreeSet<Pair> all = new TreeSet<>();
    listed.keySet().forEach(device -> all.addAll(pairsOf(device)));
    all.forEach(this::review);
  }

  /** Whether the two list each other in some ring. */
  public boolean isMutual(DeviceName one, DeviceName other) {
    return listed.getOrDefault(one, Map.of()).keySet().stream()
        .anyMatch(ring -> lists(new Pair(one, other, ring)) && lists(new Pair(other, one, ring)));
  }

  /** Whether the device lists the peer in that ring. */
  public boolean lists(Pair pair) {
    Ring found = listed.getOrDefault(pair.self(), Map.of()).get(pair.ring());
    return found != null && found.members().contains(pair.peer());
  }

  public boolean isOn(DeviceName device) {
    return on.contains(device);
  }

  /** Whether every pair that lists each other and is in reach in the topology is online. */
  public boolean isComplete() {
    return listed.keySet().stream()
        .flatMap(device -> pairsOf(device).stream())
        .allMatch(this::isSettled);
  }

  private boolean isSettled(Pair pair) {
    boolean together =
        on.contains(pair.self())
            && on.contains(pair.peer())
            && lists(pair)
            && lists(pair.fromTheOtherEnd())
            && topology.reaches(pair.self(), pair.peer());
    Member member = members.get(pair);
    return !together || (member != null && member.online());
  }

  /** Peers that had not noticed its absence see the device go and come (trust-and-softbus §5.4). */
  private void returned(DeviceName device) {
    for (Pair pair : List.copyOf(members.keySet())) {
      if (pair.peer().equals(device)) {
        goesAndComes(pair);
      }
    }
  }

  /** The peer was away unnoticed and is another than before. */
  public void goesAndComes(Pair pair) {
    Member member = members.get(pair);
    if (member != null && member.online()) {
      away(pair, member, AwayReason.CAME_BACK_ANEW);
    }
  }

  /** Whether only the device lists the peer, which is on and is heard. */
  private boolean isOneSided(Pair pair) {
    return on.contains(pair.self())
        && on.contains(pair.peer())
        && lists(pair)
        && !lists(pair.fromTheOtherEnd())
        && hearing.hears(pair.self(), pair.peer());
  }

  /** Looks at one pair again. */
  public void review(Pair pair) {
    oneSided.review(pair);
    if (!on.contains(pair.self())) {
      return;
    }
    if (!lists(pair) || !evidence.isListedBy(pair)) {
      dismiss(pair);
      return;
    }
    Member member = members.get(pair);
    if (member == null) {
      member = admit(pair);
    }
    if (member.online()) {
      watch(pair, member);
    } else if (meets(pair)) {
      join(pair, member);
    }
  }

  /** A new member is heard of before it can be reached: who is trusted need not be there. */
  private Member admit(Pair pair) {
    Member member = new Member();
    members.put(pair, member);
    tell.accept(pair.self(), new MembershipEvent.Joined(pair.ring(), identity(pair.peer())));
    return member;
  }

  private void dismiss(Pair pair) {
    Member member = members.remove(pair);
    if (member != null) {
      member.rest();
      tell.accept(pair.self(), gone(pair));
    }
  }

  private MembershipEvent gone(Pair pair) {
    return lists(pair)
        ? new MembershipEvent.Left(pair.ring(), identity(pair.peer()))
        : new MembershipEvent.Removed(pair.ring(), identity(pair.peer()));
  }

  private void join(Pair pair, Member member) {
    if (!member.isWaiting()) {
      member.waitsFor(agenda.schedule(evidence.joining(), () -> joined(pair, member)));
    }
  }

  private void joined(Pair pair, Member member) {
    member.waitIsOver();
    if (meets(pair)) {
      member.comes(heard(pair));
      tell.accept(pair.self(), new MembershipEvent.Online(pair.ring(), identity(pair.peer())));
    }
  }

  private void watch(Pair pair, Member member) {
    EnumSet<Bearer> heard = heard(pair);
    member.isSeenOver(heard);
    member.isLostOver(ownOff(pair.self()));
    if (member.over().isEmpty()) {
      away(pair, member, AwayReason.OWN_RADIO_OFF);
      return;
    }
    for (Bearer bearer : member.over()) {
      if (!heard.contains(bearer)) {
        await(pair, member, bearer);
      }
    }
  }

  /** A limit that changes with the screen counts from the same beginning. */
  private void await(Pair pair, Member member, Bearer bearer) {
    Duration limit = limit(pair.self(), bearer);
    Optional<Member.Silence> before = member.silenceOver(bearer);
    if (before.filter(silence -> silence.limit().equals(limit)).isEmpty()) {
      long now = agenda.nowNanos();
      long since = before.map(Member.Silence::since).orElse(now);
      long left = Math.max(0, since + limit.toNanos() - now);
      Agenda.Timer until = agenda.schedule(left, () -> wasSilent(pair, member, bearer));
      member.isSilentOver(bearer, new Member.Silence(since, limit, until));
    }
  }

  private Duration limit(DeviceName self, Bearer bearer) {
    if (bearer.medium() == Medium.LAN) {
      return WIFI_SILENCE;
    }
    return topology.screens().isOff(self) ? SCREEN_OFF_SILENCE : BLUETOOTH_SILENCE;
  }

  /** One bit less; the peer is offline with the last of them. */
  private void wasSilent(Pair pair, Member member, Bearer bearer) {
    member.isLostOver(EnumSet.of(bearer));
    if (member.over().isEmpty()) {
      boolean longer = limit(pair.self(), bearer).equals(SCREEN_OFF_SILENCE);
      away(pair, member, longer ? AwayReason.SILENT_BEHIND_A_DARK_SCREEN : AwayReason.SILENT);
    }
  }

  private void away(Pair pair, Member member, AwayReason reason) {
    member.rest();
    tell.accept(
        pair.self(), new MembershipEvent.Unreachable(pair.ring(), identity(pair.peer()), reason));
  }

  private EnumSet<Bearer> ownOff(DeviceName self) {
    EnumSet<Bearer> off = EnumSet.allOf(Bearer.class);
    off.removeIf(bearer -> topology.isOn(self, bearer.medium()));
    return off;
  }

  /** The bearers over which the peer is heard now. */
  private EnumSet<Bearer> heard(Pair pair) {
    EnumSet<Bearer> heard = evidence.open(pair);
    if (!topology.screens().letsHeartbeatsRun(pair.peer())) {
      heard.removeIf(bearer -> bearer.medium() == Medium.BLUETOOTH);
    }
    return heard;
  }

  /** Whether the two can join. */
  private boolean meets(Pair pair) {
    EnumSet<Bearer> over = heard(pair);
    if (!topology.screens().letsHeartbeatsRun(pair.self())) {
      over.removeIf(bearer -> bearer.medium() == Medium.BLUETOOTH);
    }
    return on.contains(pair.self()) && !over.isEmpty();
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
                  Pair pair = new Pair(device, peer, id);
                  pairs.add(pair);
                  pairs.add(pair.fromTheOtherEnd());
                }
              }
            });
    return pairs;
  }

  private static DeviceIdentity identity(DeviceName device) {
    return DeviceIdentity.of(device);
  }
}
