package dev.trustring.sim.net;

import dev.trustring.kv.decision.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Why things are as they should not be: for each thing every cause that is still in force, so that
 * one of two faults can end without ending the other.
 */
public final class Causes<K extends Comparable<K>> {

  private final Map<K, List<FactKey>> causes = new TreeMap<>();

  public void add(K thing, FactKey cause) {
    List<FactKey> of = causes.computeIfAbsent(thing, absent -> new ArrayList<>());
    if (!of.contains(cause)) {
      of.add(cause);
    }
  }

  /** Ends one cause; whether it was in force and none is left. */
  public boolean end(K thing, FactKey cause) {
    List<FactKey> of = causes.getOrDefault(thing, new ArrayList<>());
    boolean wasInForce = of.remove(cause);
    if (of.isEmpty()) {
      causes.remove(thing);
    }
    return wasInForce && of.isEmpty();
  }

  /** Ends every cause that concerns the thing. */
  public void endAll(K thing) {
    causes.remove(thing);
  }

  void clear() {
    causes.clear();
  }

  /** The cause that came first of those in force. */
  public Optional<FactKey> of(K thing) {
    return Optional.ofNullable(causes.get(thing)).map(of -> of.get(0));
  }
}
