package dev.trustring.sim.cluster;

import dev.trustring.config.scenario.Downing;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.RingId;
import java.time.Duration;

/** What the ActorSystem of an endpoint is called and how it is set up, on every host. */
final class EndpointConfig {

  private static final Duration STABLE_AT_LEAST = Duration.ofSeconds(7);
  private static final Duration STABLE_MORE_PER_MEMBER = Duration.ofMillis(300);

  private EndpointConfig() {}

  /** Every end of a ring has a system of the same name, so that they can be one cluster. */
  static String systemName(RingId ring) {
    return ring.value().replaceAll("[^a-zA-Z0-9]", "-");
  }

  static String role(DeviceName device) {
    return Roster.DEVICE_ROLE + device.value();
  }

  /** The downing provider of Akka; empty for none. */
  static String downingProvider(Downing downing) {
    return switch (downing) {
      case NONE -> "";
      case KEEP_MAJORITY -> "akka.cluster.sbr.SplitBrainResolverProvider";
    };
  }

  /** How long the view must stand still before a resolver acts; larger rings take longer to. */
  static Duration stableAfter(int members) {
    return STABLE_AT_LEAST.plus(STABLE_MORE_PER_MEMBER.multipliedBy(members));
  }
}
