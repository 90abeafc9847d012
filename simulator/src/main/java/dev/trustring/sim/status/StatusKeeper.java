package dev.trustring.sim.status;

import dev.trustring.config.scenario.Device;
import dev.trustring.sim.world.Attendant;
import dev.trustring.sim.world.Happening;
import dev.trustring.sim.world.OnWire;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes once a second what the devices of a cluster host say of themselves. */
public final class StatusKeeper implements Attendant {

  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Path data;
  private final Map<DeviceName, Traffic> traffic = new TreeMap<>();
  private Optional<World> world = Optional.empty();

  /**
   * A keeper that has not begun.
   *
   * @param data where each device has its folder
   */
  public StatusKeeper(Path data) {
    this.data = data;
  }

  @Override
  public void begins(World attended) {
    world = Optional.of(attended);
    for (Device device : attended.scenario().devices()) {
      traffic.put(device.profile().name(), new Traffic());
    }
    attended.watchedBy(this::watch);
    tick(attended);
  }

  private void watch(Happening happening) {
    if (happening instanceof Happening.Noted noted) {
      of(noted.device()).watch(noted);
      if (noted.kind().equals("frame")) {
        of(new DeviceName(noted.detail().split(" ", 2)[0])).arrival();
      }
    }
  }

  private Traffic of(DeviceName device) {
    return traffic.computeIfAbsent(device, absent -> new Traffic());
  }

  private void tick(World attended) {
    write(attended, false);
    attended.agenda().schedule(EVERY, () -> tick(attended));
  }

  private void write(World attended, boolean ended) {
    for (DeviceName device : traffic.keySet()) {
      if (attended.isOn(device)) {
        write(attended, device, ended);
      }
    }
  }

  private void write(World attended, DeviceName device, boolean ended) {
    OnWire seen = attended.host().onWire(device).orElseThrow();
    Map<String, Map<String, String>> rings = new TreeMap<>();
    attended
        .ringStatus(device)
        .forEach(
            (ring, members) -> {
              Map<String, String> words = new TreeMap<>();
              members.forEach((peer, word) -> words.put(peer.value(), word));
              rings.put(ring.value(), words);
            });
    DeviceStatus status =
        new DeviceStatus(
            device.value(),
            seen.process(),
            seen.address(),
            attended.boots(device),
            attended.agenda().now().toEpochMilli(),
            ended,
            rings,
            of(device).with(seen.writesUnderWay().orElse(DeviceStatus.UNKNOWN)));
    try {
      StatusFile.write(data.resolve(device.value()), status);
    } catch (IOException e) {
      attended.note("status", device, "cannot be written: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    world.ifPresent(attended -> write(attended, true));
  }
}
