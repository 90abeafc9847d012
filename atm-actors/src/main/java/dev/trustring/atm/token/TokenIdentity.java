package dev.trustring.atm.token;

import java.util.Comparator;

/**
 * What makes an app's token one of a kind on its device (access-token §1.3).
 *
 * @param instIndex 0 for the app itself, more for its clones
 */
public record TokenIdentity(BundleName bundle, UserId user, int instIndex)
    implements Comparable<TokenIdentity> {
  private static final Comparator<TokenIdentity> ORDER =
      Comparator.comparing(TokenIdentity::bundle)
          .thenComparing(TokenIdentity::user)
          .thenComparingInt(TokenIdentity::instIndex);

  public TokenIdentity {
    if (instIndex < 0) {
      throw new IllegalArgumentException("an instance index is 0 or more, not " + instIndex);
    }
  }

  /** The app itself, no clone, of the device's first user. */
  public static TokenIdentity of(String bundleName) {
    return new TokenIdentity(new BundleName(bundleName), UserId.FIRST, 0);
  }

  /** Whether this is a clone; clones share nothing with the app (access-token §8). */
  public boolean isClone() {
    return instIndex > 0;
  }

  @Override
  public int compareTo(TokenIdentity other) {
    return ORDER.compare(this, other);
  }

  /** The platform's own key, such as {@code com.example.notes&100&0}. */
  @Override
  public String toString() {
    return bundle + "&" + user + "&" + instIndex;
  }
}
