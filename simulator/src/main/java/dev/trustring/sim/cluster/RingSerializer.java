package dev.trustring.sim.cluster;

import akka.actor.ExtendedActorSystem;
import com.typesafe.config.Config;
import dev.trustring.trust.ring.RingKey;

/** Seals what the endpoints of a ring say with the ring's key. */
public final class RingSerializer extends SealedSerializer<RingTalk> {

  private static final int IDENTIFIER = 74_110;

  /** Called by Akka. */
  public RingSerializer(ExtendedActorSystem system) {
    super(system, IDENTIFIER, RingTalk.class);
  }

  /** For the systems of a ring. */
  static Config settings(RingKey key) {
    return settings(key.bytes(), RingSerializer.class, RingTalk.class);
  }
}
