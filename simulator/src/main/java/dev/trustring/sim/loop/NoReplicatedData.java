package dev.trustring.sim.loop;

import akka.serialization.JSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the serializer of Akka's Distributed Data in systems without a cluster. Akka makes
 * every serializer that is on the class path, and this one would set a timer that never ends.
 */
public final class NoReplicatedData extends JSerializer {
  private static final int IDENTIFIER_OF_THE_REAL_ONE = 12;

  @Override
  public int identifier() {
    return IDENTIFIER_OF_THE_REAL_ONE;
  }

  @Override
  public boolean includeManifest() {
    return false;
  }

  @Override
  public byte[] toBinary(Object message) {
    throw new IllegalStateException("no data is replicated outside a cluster: " + message);
  }

  @Override
  public Object fromBinaryJava(byte[] bytes, @Nullable Class<?> manifest) {
    throw new IllegalStateException("no data is replicated outside a cluster");
  }
}
