package dev.trustring.sim.loop;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One system's place in a cluster on the run loop.
 *
 * @param systemName equal for all systems of one cluster; the ActorSystem must be created with it
 * @param host unique among the nodes of the loop, or among systems of this name
 * @param roles what the member says of itself
 * @param downingProvider the class that removes unreachable members; empty for none, so that they
 *     stay members
 * @param stableAfter how long a cut must have lasted before the downing provider acts
 */
public record ClusterNode(
    String systemName,
    String host,
    int port,
    Set<String> roles,
    String downingProvider,
    Duration stableAfter) {
  /** The downing provider that keeps the side with the majority of the members. */
  public static final String SPLIT_BRAIN_RESOLVER = "akka.cluster.sbr.SplitBrainResolverProvider";

  private static final int PORT = 25520;
  private static final Duration STABLE_AFTER = Duration.ofSeconds(20);

  public ClusterNode {
    SortedSet<String> sorted = new TreeSet<>(roles);
    roles = Collections.unmodifiableSortedSet(sorted);
  }

  /** Without roles and without downing. */
  public static ClusterNode of(String systemName, String host) {
    return new ClusterNode(systemName, host, PORT, Set.of(), "", STABLE_AFTER);
  }

  public ClusterNode withSplitBrainResolver(Duration newStableAfter) {
    return new ClusterNode(systemName, host, port, roles, SPLIT_BRAIN_RESOLVER, newStableAfter);
  }
}
