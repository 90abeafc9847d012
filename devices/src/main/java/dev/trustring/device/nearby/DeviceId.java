package dev.trustring.device.nearby;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trustring.trust.identity.Udid;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what one install of an app knows a device (trust-and-softbus §1.1). */
public record DeviceId(String value) {

  /**
   * The id that an app gets.
   *
   * @param salt differs from install to install
   */
  public static DeviceId of(Udid device, String app, String salt) {
    return new DeviceId(hash(hash(device.value()) + app + salt));
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("a Java runtime without SHA-256", missing);
    }
  }
}
