package dev.trustring.trust.bind;

import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.PkgName;

/**
 * A code that a device was told for the binds of one app, instead of a PIN that a person types
 * (trust-and-softbus §2.5). Like a PIN it has six digits; unlike one it may begin with zeros.
 *
 * @param token the token of the app on this device, if it is installed
 */
public record AuthCode(PkgName pkg, AppToken token, String digits) {
  public AuthCode {
    if (!isLegal(digits)) {
      throw new IllegalArgumentException("not six digits: " + digits.length());
    }
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
