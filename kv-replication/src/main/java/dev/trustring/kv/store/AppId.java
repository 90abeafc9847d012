package dev.trustring.kv.store;

import dev.trustring.atm.token.BundleName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity under which stores of two devices meet: a hash over bundle name and signing identity
 * (kv-store §4.4). One bundle name signed by two developers makes two of them.
 */
public record AppId(String value) implements Comparable<AppId> {

  /** The identity of a bundle signed by that certificate. */
  public static AppId of(BundleName bundle, String signing) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((bundle.value() + "_" + signing).getBytes(StandardCharsets.UTF_8));
      return new AppId(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public int compareTo(AppId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.substring(0, Math.min(12, value.length()));
  }
}
