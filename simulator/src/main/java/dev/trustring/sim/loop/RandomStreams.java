package dev.trustring.sim.loop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Named random streams of one seed. A stream depends on the seed and its own name only, so a new
 * stream never shifts the draws of another; each is for one user at a time. {@link
 * SplittableRandom} is specified down to its numbers, so a seed means the same on every JDK.
 */
public final class RandomStreams {
  private long seed;
  private final Map<List<String>, RandomGenerator> streams = new ConcurrentHashMap<>();

  public RandomStreams(long seed) {
    this.seed = seed;
  }

  public long seed() {
    return seed;
  }

  /** Every stream is of another seed for whoever asks for it from now on. */
  public void reseed(long other) {
    seed = other;
    streams.clear();
  }

  /** The stream of this name: the same object, further on, each time. */
  public RandomGenerator stream(String... name) {
    return streams.computeIfAbsent(List.of(name), parts -> new SplittableRandom(seedOf(parts)));
  }

  private long seedOf(List<String> parts) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
