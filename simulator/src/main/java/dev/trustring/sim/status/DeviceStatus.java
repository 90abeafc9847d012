package dev.trustring.sim.status;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a running device says of itself.
 *
 * @param process the process in which it runs
 * @param address where its system listens
 * @param boot how often it was switched on since that process began
 * @param writtenAt when it said so, in milliseconds since 1970
 * @param ended whether it was about to shut down in order
 * @param rings ring by ring what it sees of the other members
 */
public record DeviceStatus(
    String device,
    long process,
    String address,
    int boot,
    long writtenAt,
    boolean ended,
    Map<String, Map<String, String>> rings,
    Queues queues) {

  /** Stands for a number that only the device's own process knows. */
  public static final int UNKNOWN = -1;

  /**
   * What has come and gone, and what waits.
   *
   * @param callsOpen calls of the story that have no answer yet
   * @param writesUnderWay writes that are not on disk yet, or {@link #UNKNOWN}
   */
  public record Queues(
      long framesSent, long framesArrived, long framesLost, long callsOpen, int writesUnderWay) {}

  public DeviceStatus {
    Map<String, Map<String, String>> sorted = new TreeMap<>();
    rings.forEach((ring, members) -> sorted.put(ring, new TreeMap<>(members)));
    rings = sorted;
  }
}
