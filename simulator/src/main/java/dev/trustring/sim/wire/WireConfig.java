package dev.trustring.sim.wire;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Akka configuration of an ActorSystem on the wire. It is built from the libraries' own
 * defaults and nothing else; threads and timers are those that all systems of the JVM share.
 *
 * <p>Terminating such a system is switching a device off: it does not leave its cluster first.
 * Leaving the cluster (or being downed) terminates it.
 */
public final class WireConfig {
  /** Akka's own resolver; which side goes on is decided by majority. */
  public static final String SPLIT_BRAIN_RESOLVER = "akka.cluster.sbr.SplitBrainResolverProvider";

  private static final String PROVIDER = "akka.actor.provider";
  private static final String ARTERY = "akka.remote.artery.";

  private static final String TLS = ARTERY + "ssl.config-ssl-engine.";

  private static final Config BASE =
      ConfigFactory.parseString(
              """
              trustring.wire.links = ""
              trustring.wire.dispatcher {
                type = Dispatcher
                executor = "dev.trustring.sim.wire.SharedPool"
                shutdown-timeout = 1s
              }
              akka {
                scheduler.implementation = "dev.trustring.sim.wire.SharedTimer"
                loggers = ["akka.event.slf4j.Slf4jLogger"]
                # A machine that is busy with other things starts a device late, but starts it.
                logger-startup-timeout = 60s
                logging-filter = "dev.trustring.sim.wire.WireLoggingFilter"
                loglevel = WARNING
                stdout-loglevel = OFF
                log-dead-letters = off
                log-dead-letters-during-shutdown = off
                jvm-shutdown-hooks = off
                java-flight-recorder.enabled = false
                coordinated-shutdown {
                  run-by-jvm-shutdown-hook = off
                  run-by-actor-system-terminate = off
                  exit-jvm = off
                }
                actor {
                  provider = remote
                  allow-java-serialization = off
                  default-dispatcher = ${trustring.wire.dispatcher}
                  internal-dispatcher = ${trustring.wire.dispatcher}
                  default-blocking-io-dispatcher = ${trustring.wire.dispatcher}
                }
                persistence.dispatchers {
                  default-plugin-dispatcher = ${trustring.wire.dispatcher}
                  default-replay-dispatcher = ${trustring.wire.dispatcher}
                  default-stream-dispatcher = ${trustring.wire.dispatcher}
                }
                remote {
                  warn-about-direct-use = off
                  default-remote-dispatcher = ${trustring.wire.dispatcher}
                  artery {
                    transport = tcp
                    # Frames of the data service can be larger than anything else that is said.
                    large-message-destinations = ["/system/large-frames"]
                    ssl.config-ssl-engine {
                      protocol = "TLSv1.3"
                      enabled-algorithms = ["TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256"]
                      require-mutual-authentication = on
                    }
                    advanced {
                      inbound-lanes = 1
                      outbound-lanes = 1
                      buffer-pool-size = 16
                      maximum-large-frame-size = 9 MiB
                      large-buffer-pool-size = 4
                      compression { actor-refs.max = 0, manifests.max = 0 }
                      # A peer may be off, or refuse us, for days: that must never end this system.
                      inbound-max-restarts = 1000000000
                      outbound-max-restarts = 1000000000
                    }
                  }
                }
                cluster {
                  jmx.enabled = off
                  log-info = off
                  downing-provider-class = ""
                  allow-weakly-up-members = 1s
                  # Who bonds wants to be online soon; news needs two or three of these rounds.
                  periodic-tasks-initial-delay = 200ms
                  gossip-interval = 500ms
                  leader-actions-interval = 300ms
                  # Everybody watches everybody: only a device itself says whom it has in reach.
                  monitored-by-nr-of-members = 1000
                  # A device that comes back waits this long until its former life has been removed.
                  retry-unsuccessful-join-after = 2s
                }
              }
              """)
          .withFallback(ConfigFactory.defaultReference())
          .resolve();

  private final Config config;

  private WireConfig(Config config) {
    this.config = config;
  }

  /** For a system that talks to nobody outside of this process. */
  public static Config local() {
    return BASE.withValue(PROVIDER, value("local"));
  }

  /** For a device's own system: it talks to others but is in no cluster. */
  public static WireConfig device(WireAddress self) {
    return new WireConfig(at(self));
  }

  /** For a device's endpoint in one ring's cluster, which downs nobody. */
  public static WireConfig endpoint(WireAddress self, Set<String> roles) {
    return new WireConfig(at(self))
        .with(PROVIDER, "cluster")
        .with("akka.cluster.roles", new TreeSet<>(roles));
  }

  private static Config at(WireAddress self) {
    return BASE.withValue(ARTERY + "canonical.hostname", value(self.host()))
        .withValue(ARTERY + "canonical.port", value(self.port()))
        .withValue(ARTERY + "bind.hostname", value(self.bindHost()))
        .withValue(ARTERY + "bind.port", value(self.port()));
  }

  /** Members that stay unreachable are downed by this provider when nothing changed for a while. */
  public WireConfig withDowning(String downingProvider, Duration stableAfter) {
    return with("akka.cluster.downing-provider-class", downingProvider)
        .with("akka.cluster.split-brain-resolver.stable-after", stableAfter);
  }

  /** All that the system sends passes these links. */
  public WireConfig withLinks(FaultyLinks links) {
    boolean inCluster = config.getString(PROVIDER).equals("cluster");
    Class<?> provider = inCluster ? FaultyProvider.class : FaultyRemoteProvider.class;
    return with(FaultyLinks.SETTING, links.id()).with(PROVIDER, provider.getName());
  }

  /**
   * Every connection is encrypted, and both ends must show a certificate of the same ring. Akka
   * does not compare host names with certificates by default, and neither do we: a device keeps its
   * certificate when its address changes.
   */
  public WireConfig withCertificate(DeviceCertificate certificate) {
    return with(ARTERY + "transport", "tls-tcp")
        .with(TLS + "key-store", certificate.keyStore().toString())
        .with(TLS + "trust-store", certificate.trustStore().toString())
        .with(TLS + "key-store-password", certificate.password())
        .with(TLS + "key-password", certificate.password())
        .with(TLS + "trust-store-password", certificate.password());
  }

  /** Settings of the host's own (serializers, journals), which win over those made here. */
  public WireConfig with(Config more) {
    return new WireConfig(more.withFallback(config).resolve());
  }

  public Config config() {
    return config;
  }

  private WireConfig with(String path, Object value) {
    return new WireConfig(config.withValue(path, value(value)));
  }

  private static ConfigValue value(Object value) {
    return ConfigValueFactory.fromAnyRef(value);
  }
}
