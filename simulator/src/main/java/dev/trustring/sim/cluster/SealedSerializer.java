package dev.trustring.sim.cluster;

import akka.actor.ExtendedActorSystem;
import akka.cluster.protobuf.ClusterMessageSerializer;
import akka.serialization.SerializerWithStringManifest;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.trustring.device.wire.Cbor;
import dev.trustring.device.wire.WireException;
import java.io.NotSerializableException;
import java.util.HexFormat;

/**
 * Seals everything by which a system can become or be a member of a cluster: all messages of Akka
 * Cluster itself, and the talk of its members. Who lacks the cluster's key can neither ask to join
 * nor gossip: its messages are refused before anybody has read them.
 *
 * @param <T> what members say to each other
 */
public abstract class SealedSerializer<T> extends SerializerWithStringManifest {

  /** Where a system's configuration has the key of its cluster, in hexadecimal. */
  private static final String KEY = "trustring.cluster.key";

  private static final String TALK = "talk:1";
  private static final String CLUSTER = "cluster:";

  private final int identifier;
  private final Class<T> talk;
  private final ClusterMessageSerializer cluster;
  private final Seal seal;

  /** One of that number, which no other serializer has. */
  protected SealedSerializer(ExtendedActorSystem system, int identifier, Class<T> talk) {
    this.identifier = identifier;
    this.talk = talk;
    this.cluster = new ClusterMessageSerializer(system);
    Config settings = system.settings().config();
    this.seal = new Seal(HexFormat.of().parseHex(settings.getString(KEY)));
  }

  /**
   * What makes strangers unable to join.
   *
   * @param serializer of that cluster
   */
  protected static <T> Config settings(
      byte[] key, Class<? extends SealedSerializer<T>> serializer, Class<T> talk) {
    return ConfigFactory.parseString(
        """
        %s = "%s"
        akka.actor {
          serializers.sealed = "%s"
          serialization-bindings { "akka.cluster.ClusterMessage" = sealed, "%s" = sealed }
        }
        """
            .formatted(KEY, HexFormat.of().formatHex(key), serializer.getName(), talk.getName()));
  }

  @Override
  public int identifier() {
    return identifier;
  }

  @Override
  public String manifest(Object message) {
    return talk.isInstance(message) ? TALK : CLUSTER + cluster.manifest(message);
  }

  @Override
  public byte[] toBinary(Object message) {
    return seal.seal(
        talk.isInstance(message)
            ? Cbor.write(talk, talk.cast(message))
            : cluster.toBinary(message));
  }

  @Override
  public Object fromBinary(byte[] sealed, String manifest) throws NotSerializableException {
    byte[] bytes =
        seal.open(sealed)
            .orElseThrow(
                () -> new NotSerializableException("refused: not sealed with the cluster's key"));
    if (manifest.startsWith(CLUSTER)) {
      return cluster.fromBinary(bytes, manifest.substring(CLUSTER.length()));
    }
    if (!manifest.equals(TALK)) {
      throw new NotSerializableException("refused: " + manifest + " is not spoken here");
    }
    try {
      return Cbor.read(talk, bytes);
    } catch (WireException e) {
      throw new NotSerializableException("refused: " + e.getMessage());
    }
  }
}
