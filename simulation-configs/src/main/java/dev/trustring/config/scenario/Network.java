package dev.trustring.config.scenario;

import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;

/**
 * A place where radios can meet: an access point, or a room in Bluetooth range.
 *
 * @param subnet the IP subnet of an access point; two access points with one subnet are one LAN
 * @param apIsolation whether the access point keeps its clients apart when the story begins
 * @param latencyMin the least one-way delay of a frame
 * @param latencyMax the greatest one-way delay of a frame
 */
public record Network(
    String name,
    Type type,
    List<DeviceName> members,
    String subnet,
    boolean apIsolation,
    Duration latencyMin,
    Duration latencyMax) {

  /** What carries the frames. */
  public enum Type {
    WIFI,
    BLUETOOTH
  }

  public Network {
    members = List.copyOf(members);
  }
}
