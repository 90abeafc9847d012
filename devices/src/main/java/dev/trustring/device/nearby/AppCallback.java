package dev.trustring.device.nearby;

import dev.trustring.trust.identity.PkgName;

/**
 * A call of an app's listener by the DeviceManager.
 *
 * @param says what the listener is given, in one line
 */
public record AppCallback(PkgName app, DeviceEvent event, String says) {}
