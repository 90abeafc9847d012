package dev.trustring.config.scenario;

import dev.trustring.device.profile.DeviceProfile;
import java.util.List;

/**
 * A device of the story.
 *
 * @param apps aliases of the apps that are installed when the story begins
 */
public record Device(DeviceProfile profile, List<String> apps) {

  public Device {
    apps = List.copyOf(apps);
  }
}
