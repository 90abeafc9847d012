package dev.trustring.sim.cluster;

import akka.actor.ExtendedActorSystem;
import akka.cluster.protobuf.ClusterMessageSerializer;
import akka.serialization.SerializerWithStringManifest;
import com.typesafe.config.Config;
import dev.trustring.device.wire.Cbor;
import dev.trustring.device.wire.WireException;
import java.io.NotSerializableException;
import java.util.HexFormat;

/**
 * Seals everything by which an endpoint can become or be a member of a ring: all messages of Akka
 * Cluster itself, and the talk of the endpoints. Who lacks the ring's key can neither ask to join
 * nor gossip: its messages are refused before anybody has read them.
 */
public final class SealedSerializer extends SerializerWithStringManifest {

  /** Where a system's configuration has the key of its ring, in hexadecimal. */
  static final String KEY = "trustring.ring.key";

  private static final int IDENTIFIER = 74_110;
  private static final String TALK = "talk:1";
  private static final String CLUSTER = "cluster:";

  private final ClusterMessageSerializer cluster;
  private final Seal seal;

  /** Called by Akka. */
  public SealedSerializer(ExtendedActorSystem system) {
    this.cluster = new ClusterMessageSerializer(system);
    Config settings = system.settings().config();
    this.seal = new Seal(HexFormat.of().parseHex(settings.getString(KEY)));
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object message) {
    return message instanceof RingTalk ? TALK : CLUSTER + cluster.manifest(message);
  }

  @Override
  public byte[] toBinary(Object message) {
    return seal.seal(
        message instanceof RingTalk talk
            ? Cbor.write(RingTalk.class, talk)
            : cluster.toBinary(message));
  }

  @Override
  public Object fromBinary(byte[] sealed, String manifest) throws NotSerializableException {
    byte[] bytes =
        seal.open(sealed)
            .orElseThrow(
                () -> new NotSerializableException("refused: not sealed with the ring's key"));
    if (manifest.startsWith(CLUSTER)) {
      return cluster.fromBinary(bytes, manifest.substring(CLUSTER.length()));
    }
    if (!manifest.equals(TALK)) {
      throw new NotSerializableException("refused: " + manifest + " is not spoken here");
    }
    try {
      return Cbor.read(RingTalk.class, bytes);
    } catch (WireException e) {
      throw new NotSerializableException("refused: " + e.getMessage());
    }
  }
}
