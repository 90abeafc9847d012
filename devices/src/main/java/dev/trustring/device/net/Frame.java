package dev.trustring.device.net;

import dev.trustring.trust.identity.DeviceName;

/** One frame on its way between two devices. Everything that crosses devices is one of these. */
public record Frame(DeviceName from, DeviceName to, Bearer bearer, Payload payload) {}
