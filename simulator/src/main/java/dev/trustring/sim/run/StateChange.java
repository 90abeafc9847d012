package dev.trustring.sim.run;

import dev.trustring.atm.GrantEffect;
import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;

/**
 * One call of a listener for changed permissions.
 *
 * @param bundle the app whose permission changed, if its token was made in this run
 */
public record StateChange(
    long storyNanos, DeviceName device, GrantEffect.CallBack call, Optional<String> bundle) {}
