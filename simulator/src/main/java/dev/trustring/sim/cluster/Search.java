package dev.trustring.sim.cluster;

import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How an endpoint finds the cluster of its ring. It asks the devices that its device lists. Whoever
 * answers from inside a cluster is joined; when all who answer are outside too, the one with the
 * first name founds the cluster and the others join it.
 *
 * <p>Two parts of a ring that could not see each other may have founded a cluster each. Akka cannot
 * merge two, so when they meet, the one with the later founder moves over, endpoint by endpoint.
 */
final class Search {

  /** Rounds in which all have a chance to answer before anybody founds a cluster. */
  private static final int ROUNDS_BEFORE_FOUNDING = 2;

  /** Rounds for which an answer counts. */
  private static final int ROUNDS_KEPT = 3;

  private static final Duration QUICK = Duration.ofMillis(500);
  private static final Duration SLOW = Duration.ofSeconds(5);
  private static final int QUICK_ROUNDS = 10;

  /** What a peer said last. */
  private record Found(String address, String founder, int round) {}

  private final DeviceName self;
  private final String address;
  private final Map<DeviceName, Found> found = new TreeMap<>();
  private SortedSet<DeviceName> listed;
  private int round;
  private int quietSince;

  Search(DeviceName self, String address, SortedSet<DeviceName> listed) {
    this.self = self;
    this.address = address;
    this.listed = listed;
  }

  void listed(SortedSet<DeviceName> members) {
    listed = members;
    quietSince = round;
  }

  /** The devices to look for. */
  SortedSet<DeviceName> listedPeers() {
    SortedSet<DeviceName> peers = new TreeSet<>(listed);
    peers.remove(self);
    return peers;
  }

  void found(DeviceName peer, Payload.RingProbe probe) {
    found.put(peer, new Found(probe.address(), probe.founder(), round));
  }

  /** Something has changed: the next rounds come quickly. */
  void hurry() {
    quietSince = Math.max(quietSince, round - ROUNDS_BEFORE_FOUNDING);
  }

  /** How long until the next round. */
  Duration pace(boolean busy) {
    return busy || round - quietSince < QUICK_ROUNDS ? QUICK : SLOW;
  }

  /** The end of a round: the address to join, which is the own one to found a cluster. */
  Optional<String> whomToJoin() {
    round++;
    found.values().removeIf(peer -> round - peer.round() > ROUNDS_KEPT);
    Optional<Found> inside =
        found.values().stream()
            .filter(peer -> !peer.founder().isEmpty())
            .min(Comparator.comparing(Found::founder));
    if (inside.isPresent()) {
      return inside.map(Found::address);
    }
    boolean first = !found.isEmpty() && found.keySet().stream().allMatch(this::isAfterMe);
    boolean waited = round - quietSince >= ROUNDS_BEFORE_FOUNDING;
    return first && waited ? Optional.of(address) : Optional.empty();
  }

  private boolean isAfterMe(DeviceName peer) {
    return self.compareTo(peer) < 0;
  }

  /** Whether that peer is in a cluster of this ring with an earlier founder than this one's. */
  boolean mustMove(DeviceName peer, Roster roster) {
    Found said = found.get(peer);
    return said != null
        && roster.isIn()
        && !said.founder().isEmpty()
        && !roster.hasAddress(said.address())
        && said.founder().compareTo(roster.founder()) < 0;
  }
}
