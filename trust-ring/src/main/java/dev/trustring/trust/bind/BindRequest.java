package dev.trustring.trust.bind;

import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.PkgName;

/** The bind an app asks for: with whom, for which app, how far it shall reach, and how. */
public record BindRequest(DeviceIdentity peer, PkgName pkg, BindLevel level, BindAuth auth) {}
