package dev.trustring.device;

import dev.trustring.device.nearby.ScreenChange;
import dev.trustring.kv.service.ServiceEvent;
import java.util.function.Consumer;

/** Tells the data service of a device on a charger when it may make backups (kv-store §6). */
final class Nights {

  private Nights() {}

  /** What hears of the screen in the world and, on a charger, in the data service. */
  static Consumer<ScreenChange> watching(
      DeviceActor.Parts parts, Consumer<DeviceActor.Message> device) {
    return change -> {
      parts.host().screen(parts.profile().name(), change);
      if (parts.profile().charging()) {
        device.accept(
            new DeviceActor.DataServiceMeets(
                new ServiceEvent.ScreenIs(change != ScreenChange.OFF)));
      }
    };
  }

  /** A device on a charger says so to its data service when it starts. */
  static void begin(DeviceActor.Parts parts, Consumer<ServiceEvent> service) {
    if (parts.profile().charging()) {
      service.accept(new ServiceEvent.Charging());
    }
  }
}
