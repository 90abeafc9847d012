package dev.trustring.sim.run;

import dev.trustring.device.session.SessionCallback;
import dev.trustring.trust.identity.DeviceName;

/** One call of a session listener. */
public record SessionNews(long storyNanos, DeviceName device, SessionCallback callback) {}
