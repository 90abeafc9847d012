package dev.trustring.sim.world;

import dev.trustring.sim.wire.WireAddress;
import dev.trustring.trust.identity.DeviceName;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a process that runs one device alone knows of the others.
 *
 * @param here the device that runs in this process
 * @param peers where the systems of the other devices listen
 */
public record Elsewhere(DeviceName here, Map<DeviceName, WireAddress> peers) {

  public Elsewhere {
    peers = new TreeMap<>(peers);
  }
}
