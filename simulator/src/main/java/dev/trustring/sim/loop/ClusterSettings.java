package dev.trustring.sim.loop;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;

/**
 * What a clustered system needs besides the settings of every system on a loop. The rhythm is slow
 * where only a silent network is concerned, since ticks are what an idle cluster costs, and quick
 * where members join.
 */
final class ClusterSettings {
  private static final Config TEXT =
      ConfigFactory.parseString(
          """
          akka.actor {
            # The real cluster provider with another transport below it.
            provider = "dev.trustring.sim.fabric.FabricProvider"
            # The receptionist's listings travel as replicated data.
            serializers.akka-data-replication =
              "akka.cluster.ddata.protobuf.ReplicatorMessageSerializer"
          }

          # Messages of Akka to strangers would be logged; there is no log here.
          akka.remote.warn-about-direct-use = off

          # For peers outside the cluster only, of which there are none.
          akka.remote.watch-failure-detector {
            heartbeat-interval = 30s
            unreachable-nodes-reaper-interval = 30s
            acceptable-heartbeat-pause = 60s
          }

          akka.cluster {
            # One JVM holds many systems; their beans would clash.
            jmx.enabled = off
            # All systems of a loop have these same settings.
            configuration-compatibility-check.enforce-on-join = off
            # Nobody reads the log.
            log-info = off

            # The first ticks come at once: a system that has just started wants to join.
            periodic-tasks-initial-delay = 200ms
            # An idle round is one small message; news needs two or three rounds.
            gossip-interval = 600ms
            # Looks whether all have seen the news; sends nothing.
            leader-actions-interval = 500ms
            # Who returns after a crash is not let in until its former life is out; it asks again.
            retry-unsuccessful-join-after = 2s
            # A newcomer is let in although someone is away.
            allow-weakly-up-members = 1500ms
            # An expelled life is refused soon after.
            quarantine-removed-node-after = 2s

            # Silence shows after interval, pause and reaper: 7 to 11 s.
            failure-detector {
              heartbeat-interval = 3s
              expected-response-after = 3s
              acceptable-heartbeat-pause = 4s
              # Delays on the loop hardly vary, and what varies is meant.
              min-std-deviation = 500ms
            }
            unreachable-nodes-reaper-interval = 1s

            # Everybody watches everybody: whether a device has a peer in reach is its own to say.
            monitored-by-nr-of-members = 1000

            # All nodes are of one data centre.
            multi-data-center.failure-detector {
              heartbeat-interval = 1h
              acceptable-heartbeat-pause = 4h
            }

            typed.receptionist {
              # One map holds the few services of a ring; each map is gossiped by itself.
              distributed-key-count = 1
              # Looks for services of members that are gone.
              pruning-interval = 10s
              distributed-data {
                # Repairs what deltas missed; a delta leaves within a fifth of it.
                gossip-interval = 5s
                # How late a listing is.
                notify-subscribers-interval = 1s
              }
            }
          }
          """);

  private ClusterSettings() {}

  /** These settings upon those that every system has; both are parsed and resolved once. */
  static Config upon(Config base) {
    return TEXT.withFallback(base).resolve();
  }

  static Config withNode(Config settings, ClusterNode node) {
    return settings
        .withValue("akka.remote.artery.canonical.hostname", value(node.host()))
        .withValue("akka.remote.artery.canonical.port", value(node.port()))
        .withValue("akka.cluster.roles", ConfigValueFactory.fromIterable(node.roles()))
        .withValue("akka.cluster.downing-provider-class", value(node.downingProvider()))
        .withValue(
            "akka.cluster.split-brain-resolver.stable-after",
            value(node.stableAfter().toMillis() + "ms"));
  }

  private static ConfigValue value(Object value) {
    return ConfigValueFactory.fromAnyRef(value);
  }
}
