package dev.trustring.sim.run;

import dev.trustring.atm.token.BundleName;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;

/** The end of the process that an app had for a user: its stores and callbacks are gone with it. */
public record ProcessEnd(long storyNanos, DeviceName device, BundleName app, OsAccountId user) {}
