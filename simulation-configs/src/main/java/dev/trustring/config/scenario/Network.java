package dev.trustring.config.scenario;

import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;

/**
 * A place where radios can meet: an access point, or a room in Bluetooth range.
 *
 * @param subnet the IP subnet of an access point; two access points with one subnet are one LAN
 * @param apIsolation whether the access point keeps its clients apart when the story begins
 * @param guest whether it is a guest network: who is in it reaches nobody outside it
 * @param latencyMin the least one-way delay of a frame
 * @param latencyMax the greatest one-way delay of a frame
 * @param shape what else it does to frames
 */
public record Network(
    String name,
    Type type,
    List<DeviceName> members,
    String subnet,
    boolean apIsolation,
    boolean guest,
    Duration latencyMin,
    Duration latencyMax,
    LinkShape shape) {

  /** What carries the frames. */
  public enum Type {
    WIFI,
    BLUETOOTH
  }

  public Network {
    members = List.copyOf(members);
  }
}
