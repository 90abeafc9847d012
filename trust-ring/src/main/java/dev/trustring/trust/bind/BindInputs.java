package dev.trustring.trust.bind;

import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.ledger.TrustState;

/**
 * What a bind needs from outside to decide.
 *
 * @param draw a fresh random number; becomes the id of a bind or its PIN
 */
public record BindInputs(DeviceIdentity self, TrustState state, long draw) {}
