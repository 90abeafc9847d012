package dev.trustring.sim.loop;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The Akka configuration of an ActorSystem on a run loop. It is built from the libraries' own
 * defaults and nothing else, so neither system properties nor files on the class path change a run.
 */
public final class LoopConfig {
  private static final String LOOP = "trustring.loop.id";
  private static final String NODE = "trustring.loop.node";

  private static final String EXTENSIONS = "akka.library-extensions";
  private static final String STREAMS = "akka.stream.SystemMaterializer$";

  private static final Config BASE =
      inOneOrder(
          ConfigFactory.parseString(
                  """
              trustring.loop { id = "", node = "" }
              trustring.loop.dispatcher {
                type = Dispatcher
                executor = "dev.trustring.sim.loop.LoopExecutorConfigurator"
                throughput = 1
                shutdown-timeout = 1s
              }
              trustring.loop.journal {
                class = "dev.trustring.sim.journal.LoopJournal"
                plugin-dispatcher = "akka.actor.internal-dispatcher"
              }
              trustring.loop.snapshots {
                class = "dev.trustring.sim.journal.LoopSnapshotStore"
                plugin-dispatcher = "akka.actor.internal-dispatcher"
              }
              akka {
                scheduler.implementation = "dev.trustring.sim.loop.LoopScheduler"
                loggers = []
                use-slf4j = off
                loglevel = OFF
                stdout-loglevel = OFF
                log-dead-letters = off
                log-dead-letters-during-shutdown = off
                jvm-shutdown-hooks = off
                coordinated-shutdown { run-by-jvm-shutdown-hook = off, exit-jvm = off }
                java-flight-recorder.enabled = false
                actor {
                  provider = local
                  # Every system would make the real one, and that sets a timer.
                  serializers.akka-data-replication = "dev.trustring.sim.loop.NoReplicatedData"
                  default-dispatcher = ${trustring.loop.dispatcher}
                  internal-dispatcher = ${trustring.loop.dispatcher}
                  default-blocking-io-dispatcher = ${trustring.loop.dispatcher}
                }
                remote.default-remote-dispatcher = ${trustring.loop.dispatcher}
                persistence {
                  journal.plugin = "trustring.loop.journal"
                  snapshot-store.plugin = "trustring.loop.snapshots"
                  # One device's recoveries never wait for another's.
                  max-concurrent-recoveries = 100000000
                  dispatchers {
                    default-plugin-dispatcher = ${trustring.loop.dispatcher}
                    default-replay-dispatcher = ${trustring.loop.dispatcher}
                    default-stream-dispatcher = ${trustring.loop.dispatcher}
                  }
                }
              }
              """)
              .withFallback(ConfigFactory.defaultReference())
              .resolve());

  private LoopConfig() {}

  /**
   * The libraries' extensions start in the order of their names. Each library adds its own to the
   * list, so its order is that of the class path: another one in a single jar than in many. Nobody
   * streams on a loop, so no system starts what streams need; it would start when it is asked for.
   */
  private static Config inOneOrder(Config config) {
    List<String> names = new ArrayList<>(config.getStringList(EXTENSIONS));
    names.remove(STREAMS);
    Collections.sort(names);
    return config.withValue(EXTENSIONS, ConfigValueFactory.fromIterable(names));
  }

  /**
   * Reads the settings of all systems, which takes a while the first time. A thread that has
   * nothing else to do may call this ahead.
   */
  public static void prepare() {
    Clustered.BASE.isEmpty();
  }

  /** For a system that many nodes share, or that is no node's. */
  public static Config shared(RunLoop loop) {
    return BASE.withValue(LOOP, ConfigValueFactory.fromAnyRef(loop.id()));
  }

  /** For a system of this node's own, which dies with the present incarnation. */
  public static Config ofNode(RunLoop loop, Incarnation incarnation) {
    return shared(loop).withValue(NODE, ConfigValueFactory.fromAnyRef(incarnation.node()));
  }

  /**
   * For a system of this node's own that is a member of a cluster. Needs the loop agent, see {@code
   * dev.trustring.sim.instrument}.
   */
  public static Config clustered(RunLoop loop, Incarnation incarnation, ClusterNode node) {
    Config own =
        Clustered.BASE
            .withValue(LOOP, ConfigValueFactory.fromAnyRef(loop.id()))
            .withValue(NODE, ConfigValueFactory.fromAnyRef(incarnation.node()));
    return ClusterSettings.withNode(own, node);
  }

  /** The loop that a system with these settings runs on. */
  public static RunLoop loopOf(Config settings) {
    return RunLoop.named(settings.getString(LOOP));
  }

  /** The incarnation that a system with these settings dies with; empty for a shared one. */
  public static Optional<Incarnation> incarnationOf(Config settings) {
    String node = settings.getString(NODE);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Optional<Incarnation> present = loopOf(settings).power().current(node);
    if (present.isEmpty()) {
      throw new IllegalStateException(node + " is off: nothing can start on it");
    }
    return present;
  }

  /** Made when the first cluster is. */
  private static final class Clustered {
    static final Config BASE = ClusterSettings.upon(LoopConfig.BASE);

    private Clustered() {}
  }
}
