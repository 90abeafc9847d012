package dev.trustring.sim.cluster;

import dev.trustring.trust.identity.DeviceName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ring as one endpoint sees it.
 *
 * @param members the devices in its cluster, itself left out
 */
public record RingView(SortedMap<DeviceName, Peer> members) {

  /**
   * Another device in the cluster.
   *
   * @param address the address of its endpoint, which is another after each start
   * @param status the status of the member as Akka names it
   * @param reachable whether the failure detectors have it in reach
   * @param listsMe whether it counts this device in, as far as was heard
   */
  public record Peer(String address, String status, boolean reachable, boolean listsMe) {}

  /** Nobody. */
  public static final RingView EMPTY = new RingView(new TreeMap<>());

  public RingView {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  static RingView of(Map<DeviceName, Peer> members) {
    return new RingView(new TreeMap<>(members));
  }
}
