package dev.trustring.trust.bind;

import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.ledger.TrustState;
import java.time.Instant;

/**
 * What a bind needs from outside to decide.
 *
 * @param draw a fresh random number; whatever is random in this decision follows from it
 */
public record BindInputs(
    DeviceIdentity self, TrustState state, Instant now, long draw, boolean screenLocked) {}
