package dev.trustring.sim.cluster;

import akka.actor.Address;
import akka.cluster.ClusterEvent.MemberEvent;
import akka.cluster.ClusterEvent.MemberRemoved;
import akka.cluster.ClusterEvent.ReachabilityChanged;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.Reachability;
import akka.cluster.UniqueAddress;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The members of a ring's cluster as their events tell, by device. */
final class Roster {

  /** The role that says whose endpoint a member is. */
  static final String DEVICE_ROLE = "device-";

  private static final Set<MemberStatus> PRESENT =
      Set.of(MemberStatus.joining(), MemberStatus.weaklyUp(), MemberStatus.up());

  private final DeviceName self;
  private final Address address;
  private final Map<UniqueAddress, Member> members = new HashMap<>();
  private final Map<DeviceName, RingTalk.Lists> lists = new TreeMap<>();
  private Optional<Reachability> reachability = Optional.empty();
  private boolean out;

  Roster(DeviceName self, Address address) {
    this.self = self;
    this.address = address;
  }

  void member(MemberEvent event) {
    Member member = event.member();
    boolean gone = event instanceof MemberRemoved || member.status().equals(MemberStatus.down());
    if (gone) {
      members.remove(member.uniqueAddress());
      out = out || member.address().equals(address);
    } else if (members.put(member.uniqueAddress(), member) == null) {
      // A new endpoint of the device counts its words anew.
      deviceOf(member).ifPresent(lists::remove);
    }
  }

  /**
   * What each node says of each other. Akka's public events call a member unreachable as soon as
   * any node says so; whether a device has a peer in reach is for that device's node to say.
   */
  void reachability(ReachabilityChanged changed) {
    reachability = Optional.of(changed.reachability());
  }

  /** A device has said whom it lists; an older word than the last one counts for nothing. */
  void listedBy(RingTalk.Lists said) {
    RingTalk.Lists before = lists.get(said.device());
    if (before == null || before.revision() <= said.revision()) {
      lists.put(said.device(), said);
    }
  }

  /** Whether this endpoint is a member. */
  boolean isIn() {
    return members.values().stream()
        .anyMatch(
            member ->
                member.address().equals(address)
                    && !member.status().equals(MemberStatus.joining()));
  }

  /** Whether it was one and has been put out. */
  boolean isOut() {
    return out;
  }

  boolean hasAddress(String wanted) {
    return members.values().stream().anyMatch(member -> member.address().toString().equals(wanted));
  }

  /** Who founded the cluster, in a form that can be compared; empty while outside of one. */
  String founder() {
    if (!isIn()) {
      return "";
    }
    return members.values().stream()
        .filter(member -> !member.status().equals(MemberStatus.joining()))
        .reduce((one, other) -> one.isOlderThan(other) ? one : other)
        .map(member -> deviceOf(member).map(DeviceName::value).orElse("") + " " + member.address())
        .orElse("");
  }

  /** The devices that are in the cluster and in reach; whoever is missing is worth a search. */
  SortedSet<DeviceName> present() {
    SortedSet<DeviceName> present = new TreeSet<>();
    view()
        .members()
        .forEach(
            (device, peer) -> {
              if (peer.reachable()) {
                present.add(device);
              }
            });
    return present;
  }

  /** The ring as it is seen from here. */
  RingView view() {
    Map<DeviceName, RingView.Peer> seen = new TreeMap<>();
    byDevice().forEach((device, endpoints) -> seen.put(device, peer(device, endpoints.get(0))));
    seen.remove(self);
    return RingView.of(seen);
  }

  private RingView.Peer peer(DeviceName device, Member member) {
    RingTalk.Lists said = lists.get(device);
    return new RingView.Peer(
        member.address().toString(),
        member.status().toString(),
        isReachable(member),
        said == null || said.members().contains(self));
  }

  /**
   * Endpoints of devices that have a newer one. A device that comes back has a new address, so that
   * it can be in the ring while others are away; its old endpoint is surely dead.
   */
  List<Address> outlived() {
    List<Address> outlived = new ArrayList<>();
    byDevice()
        .forEach(
            (device, endpoints) ->
                endpoints.stream()
                    .skip(1)
                    .filter(old -> !isReachable(old))
                    .map(Member::address)
                    .forEach(outlived::add));
    return outlived;
  }

  /** The endpoints of each device, the one that counts first. */
  private Map<DeviceName, List<Member>> byDevice() {
    Map<DeviceName, List<Member>> byDevice = new TreeMap<>();
    for (Member member : members.values()) {
      if (PRESENT.contains(member.status())) {
        deviceOf(member)
            .ifPresent(
                device ->
                    byDevice.computeIfAbsent(device, absent -> new ArrayList<>()).add(member));
      }
    }
    Comparator<Member> reachableFirst =
        Comparator.comparing((Member member) -> !isReachable(member));
    byDevice
        .values()
        .forEach(
            endpoints ->
                endpoints.sort(
                    reachableFirst.thenComparing((one, other) -> one.isOlderThan(other) ? 1 : -1)));
    return byDevice;
  }

  private boolean isReachable(Member member) {
    return reachability
        .flatMap(seen -> own().map(me -> seen.isReachable(me, member.uniqueAddress())))
        .orElse(true);
  }

  private Optional<UniqueAddress> own() {
    return members.keySet().stream().filter(node -> node.address().equals(address)).findFirst();
  }

  static Optional<DeviceName> deviceOf(Member member) {
    return member.getRoles().stream()
        .filter(role -> role.startsWith(DEVICE_ROLE))
        .map(role -> new DeviceName(role.substring(DEVICE_ROLE.length())))
        .findFirst();
  }

  /** The device at an address, if it is a member. */
  Optional<DeviceName> deviceAt(Address at) {
    return members.values().stream()
        .filter(member -> member.address().equals(at))
        .findFirst()
        .flatMap(Roster::deviceOf);
  }
}
