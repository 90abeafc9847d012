package dev.trustring.device.nearby;

import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What devices are called. A device tells its name to those that are online and to each that comes;
 * that of a device that has gone is forgotten (our choice). Its own is kept by its trust, on disk.
 */
final class Names {
  private final DeviceName self;
  private final Map<DeviceName, String> given = new TreeMap<>();

  Names(DeviceName self) {
    this.self = self;
  }

  /** Those that were given; the others are called as they always were. */
  Map<DeviceName, String> all() {
    return given;
  }

  List<DeviceManager.Effect> rename(String name, Collection<DeviceName> online) {
    given.put(self, name);
    return online.stream().map(this::tell).toList();
  }

  /** Whether that is news. */
  boolean changes(DeviceManager.Called called) {
    return !called.name().equals(given.put(called.device(), called.name()));
  }

  /** What a device that comes has to be told. */
  List<DeviceManager.Effect> tell(DeviceManager.Peer peer) {
    return switch (peer.state()) {
      case UNKNOWN -> List.of();
      case AVAILABLE -> own().map(name -> tell(peer.device())).stream().toList();
      case UNAVAILABLE -> {
        given.remove(peer.device());
        yield List.of();
      }
    };
  }

  private Optional<String> own() {
    return Optional.ofNullable(given.get(self));
  }

  private DeviceManager.Effect tell(DeviceName device) {
    return new DeviceManager.Tell(device, new Payload.NodeName(own().orElseThrow()));
  }
}
