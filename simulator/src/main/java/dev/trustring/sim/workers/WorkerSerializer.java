package dev.trustring.sim.workers;

import akka.actor.ExtendedActorSystem;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.trustring.sim.cluster.SealedSerializer;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.wire.WireConfig;
import java.util.Set;

/** Seals what a campaign and its workers say, and sets up their nodes. */
public final class WorkerSerializer extends SealedSerializer<WorkerTalk> {

  /** All nodes are called so, for they are one cluster. */
  static final String SYSTEM = "campaign";

  private static final int IDENTIFIER = 74_111;

  private static final Config NODE =
      ConfigFactory.parseString(
          """
          akka {
            # Cores that play runs may keep a heartbeat waiting; that a process is gone is known
            # without it.
            cluster.failure-detector.acceptable-heartbeat-pause = 10s
            # A report has the outcomes of many runs.
            remote.artery.large-message-destinations = ["/user"]
          }
          """);

  /** Called by Akka. */
  public WorkerSerializer(ExtendedActorSystem system) {
    super(system, IDENTIFIER, WorkerTalk.class);
  }

  /** A node of the cluster, on the loopback address and a port that the system chooses. */
  static Config node(String role, ClusterKey key) {
    return WireConfig.endpoint(WireAddress.loopback(0), Set.of(role))
        .with(settings(key.bytes(), WorkerSerializer.class, WorkerTalk.class).withFallback(NODE))
        .config();
  }
}
