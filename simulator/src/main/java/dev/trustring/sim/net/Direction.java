package dev.trustring.sim.net;

import dev.trustring.trust.identity.DeviceName;

/** From one device to another, and not back. */
public record Direction(DeviceName from, DeviceName to) implements Comparable<Direction> {

  /** The same way from the other end. */
  public Direction back() {
    return new Direction(to, from);
  }

  @Override
  public int compareTo(Direction other) {
    int byFrom = from.compareTo(other.from);
    return byFrom != 0 ? byFrom : to.compareTo(other.to);
  }

  @Override
  public String toString() {
    return "from " + from + " to " + to;
  }
}
