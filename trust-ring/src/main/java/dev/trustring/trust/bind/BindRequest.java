package dev.trustring.trust.bind;

import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.wire.UltrasonicSide;
import java.util.Optional;

/**
 * The bind an app asks for: with whom, for which app, how far it shall reach, and how.
 *
 * @param token the token of the app on this end, once it is known
 * @param business the id of the business that it is for, if the app said one
 * @param side which end says the PIN, in a bind by sound
 */
public record BindRequest(
    DeviceIdentity peer,
    PkgName pkg,
    BindLevel level,
    AppToken token,
    BindAuth auth,
    Optional<String> business,
    Optional<UltrasonicSide> side) {

  BindRequest of(AppToken known) {
    return new BindRequest(peer, pkg, level, known, auth, business, side);
  }
}
