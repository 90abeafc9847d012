package dev.trustring.device.session;

import dev.trustring.device.profile.SystemTier;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;

/** What the sessions of a device begin with: how large it is, and who is online. */
public record SessionStart(SystemTier tier, List<DeviceName> online) {
  public SessionStart {
    online = List.copyOf(online);
  }
}
