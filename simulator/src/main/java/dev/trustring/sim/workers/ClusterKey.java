package dev.trustring.sim.workers;

import java.util.HexFormat;

/**
 * What the JVMs of one campaign share and nobody else has. It goes to a worker over its pipe, never
 * on a command line, which everybody on a machine can read.
 *
 * @param hex 32 bytes in hexadecimal
 */
public record ClusterKey(String hex) {

  /** How many bytes make one. */
  public static final int BYTES = 32;

  public ClusterKey {
    if (hex.length() != 2 * BYTES) {
      throw new IllegalArgumentException("a key has " + BYTES + " bytes");
    }
  }

  /** The key of these bytes, which have to be drawn by chance. */
  public static ClusterKey of(byte[] bytes) {
    return new ClusterKey(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "ClusterKey";
  }
}
