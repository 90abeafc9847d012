package dev.trustring.trust.bind;

import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.PkgName;
import java.util.Optional;

/**
 * A code that a device was told for the binds of one app, instead of a PIN that a person types
 * (trust-and-softbus §2.5). Like a PIN it has six digits; unlike one it may begin with zeros.
 *
 * @param token the token of the app on this device, if it is installed
 * @param allows what a bind by this code is allowed here as the sink, where nobody is asked
 * @param lifeDays how long a row lives that a bind by this code writes here as the sink; for good
 *     if nobody said (§1.4)
 */
public record AuthCode(
    PkgName pkg,
    AppToken token,
    String digits,
    AuthenticationType allows,
    Optional<Integer> lifeDays) {
  public static final int LIFE_DAYS_MAX = 3650;

  public AuthCode {
    if (!isLegal(digits)) {
      throw new IllegalArgumentException("not six digits: " + digits.length());
    }
  }

  /** A code that came without an entry. That it is allowed for good is our choice (unverified). */
  public AuthCode(PkgName pkg, AppToken token, String digits) {
    this(pkg, token, digits, AuthenticationType.ALLOW_ALWAYS, Optional.empty());
  }

  /** Whether a text is a code at all. */
  public static boolean isLegal(String digits) {
    return digits.matches("[0-9]{6}");
  }

  int number() {
    return Integer.parseInt(digits);
  }

  /** Says for whom it is and no more: a code must not come into a log. */
  @Override
  public String toString() {
    return "code of " + pkg;
  }
}
