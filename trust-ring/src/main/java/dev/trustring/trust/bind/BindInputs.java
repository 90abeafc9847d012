package dev.trustring.trust.bind;

import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.wire.BindVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * What a bind needs from outside to decide.
 *
 * @param draw a fresh random number; whatever is random in this decision follows from it
 * @param imported the code this device was told last, until a bind has used it
 * @param version the version of its DeviceManager
 * @param boxTestsLock whether the confirm box of this kind of device stays away from a locked
 *     screen
 */
public record BindInputs(
    DeviceIdentity self,
    TrustState state,
    Instant now,
    long draw,
    boolean screenLocked,
    Optional<AuthCode> imported,
    BindPolicy policy,
    boolean boxTestsLock,
    BindVersion version) {

  /** The code that this device was told for the binds of an app, if it was. */
  Optional<AuthCode> codeOf(PkgName pkg) {
    return imported.filter(code -> code.pkg().equals(pkg));
  }
}
