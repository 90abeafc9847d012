package dev.trustring.sim.wire;

import akka.actor.Address;
import com.typesafe.config.Config;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/**
 * The outgoing links of one node, as its ActorSystems see them. Systems are tied to it by {@link
 * WireConfig#withLinks}; a node that restarts keeps it.
 */
public final class FaultyLinks implements AutoCloseable {
  static final String SETTING = "trustring.wire.links";

  private static final Map<String, FaultyLinks> REGISTERED = new ConcurrentHashMap<>();
  private static final AtomicLong COUNT = new AtomicLong();

  private final String id;
  private final WireLinks rule;
  private final RandomGenerator chance;
  private final List<FaultyTransport> transports = new CopyOnWriteArrayList<>();
  private final LongAdder dropped = new LongAdder();

  private FaultyLinks(String id, WireLinks rule, RandomGenerator chance) {
    this.id = id;
    this.rule = rule;
    this.chance = chance;
  }

  /** The links of a node under a rule; losses are drawn from this stream, which is theirs alone. */
  public static FaultyLinks of(String node, WireLinks rule, RandomGenerator chance) {
    FaultyLinks links = new FaultyLinks(node + "#" + COUNT.incrementAndGet(), rule, chance);
    REGISTERED.put(links.id, links);
    return links;
  }

  /** The links that a system with these settings sends over. */
  static FaultyLinks of(Config settings) {
    String id = settings.getString(SETTING);
    FaultyLinks links = REGISTERED.get(id);
    if (links == null) {
      throw new IllegalStateException("no links are registered under the name '" + id + "'");
    }
    return links;
  }

  /** To be called after the rule's answers changed: what waited for a healed link goes on. */
  public void changed() {
    transports.forEach(FaultyTransport::linksChanged);
  }

  /** How many user messages the links swallowed so far. */
  public long dropped() {
    return dropped.sum();
  }

  /** No system can be started on these links any more; running ones keep them. */
  @Override
  public void close() {
    REGISTERED.remove(id);
  }

  String id() {
    return id;
  }

  LinkState towards(Address to) {
    return rule.towards(to);
  }

  boolean loses(LinkState state) {
    if (state.loss() == 0) {
      return false;
    }
    synchronized (chance) {
      return chance.nextDouble() < state.loss();
    }
  }

  void countDropped() {
    dropped.increment();
  }

  void attach(FaultyTransport transport) {
    transports.add(transport);
  }

  void detach(FaultyTransport transport) {
    transports.remove(transport);
  }
}
