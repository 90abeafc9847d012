package dev.trustring.sim.world;

import dev.trustring.sim.disk.Postgres;
import dev.trustring.sim.wire.DeviceCertificate;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.trust.identity.DeviceName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How the devices of a cluster host are set up.
 *
 * @param data where they keep their data; empty for a folder that is gone afterwards
 * @param postgres the server that holds their journals; empty for a database in each one's folder
 * @param listen the host and port of each device; a device that is missing takes any port on
 *     loopback
 * @param certificates what each device shows to others; empty to talk without encryption
 */
public record ClusterOptions(
    Optional<Path> data,
    Optional<Postgres> postgres,
    Map<DeviceName, WireAddress> listen,
    Optional<Function<DeviceName, DeviceCertificate>> certificates) {

  /** Everything on loopback, nothing kept. */
  public static final ClusterOptions PLAIN =
      new ClusterOptions(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());

  public ClusterOptions {
    listen = new TreeMap<>(listen);
  }

  /** Where a device listens. */
  public WireAddress listen(DeviceName device) {
    return listen.getOrDefault(device, WireAddress.loopback(0));
  }
}
