package dev.trustring.sim.run;

import dev.trustring.device.nearby.AppCallback;
import dev.trustring.trust.identity.DeviceName;

/** One call of an app's listener at the DeviceManager. */
public record DeviceCallback(long storyNanos, DeviceName device, AppCallback call) {}
