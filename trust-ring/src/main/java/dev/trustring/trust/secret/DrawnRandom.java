package dev.trustring.trust.secret;

import dev.trustring.trust.identity.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Chance for cryptography that follows from one draw of the device's own stream, so that a run can
 * be repeated: SHA-256 of the purpose, the draw and a counter. It has no more chance in it than the
 * 64 bits of the draw, which is enough among simulated devices and nowhere else.
 */
final class DrawnRandom extends SecureRandom {
  private final byte[] seed;
  private long blocks;
  private byte[] block = new byte[0];
  private int used;

  DrawnRandom(String purpose, long draw) {
    super(null, null);
    byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
    this.seed = ByteBuffer.allocate(name.length + Long.BYTES).put(name).putLong(draw).array();
  }

  @Override
  public synchronized void nextBytes(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = next();
    }
  }

  @Override
  public byte[] generateSeed(int count) {
    byte[] bytes = new byte[count];
    nextBytes(bytes);
    return bytes;
  }

  @Override
  public String getAlgorithm() {
    return "drawn";
  }

  private byte next() {
    if (used == block.length) {
      ByteBuffer counted = ByteBuffer.allocate(seed.length + Long.BYTES);
      block = Sha256.of(counted.put(seed).putLong(blocks++).array());
      used = 0;
    }
    return block[used++];
  }
}
