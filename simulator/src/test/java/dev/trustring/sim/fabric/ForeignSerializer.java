package dev.trustring.sim.fabric;

import akka.serialization.JSerializer;

/** A serializer that only some systems know. */
public final class ForeignSerializer extends JSerializer {
  static final String CONFIG =
      """
      akka.actor {
        serializers.foreign = "dev.trustring.sim.fabric.ForeignSerializer"
        serialization-bindings."dev.trustring.sim.fabric.ForeignSerializer$Foreign" = foreign
      }
      """;

  /** A message of another kind of system. */
  record Foreign() {}

  @Override
  public int identifier() {
    return 9_999;
  }

  @Override
  public byte[] toBinary(Object message) {
    return new byte[0];
  }

  @Override
  public boolean includeManifest() {
    return false;
  }

  @Override
  public Object fromBinaryJava(byte[] bytes, Class<?> manifest) {
    return new Foreign();
  }
}
