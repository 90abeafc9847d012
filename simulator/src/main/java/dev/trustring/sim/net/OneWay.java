package dev.trustring.sim.net;

import dev.trustring.kv.decision.FactKey;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is wrong with single directions, and why; each cause ends by itself. */
final class OneWay {

  private final Causes<Direction> holes = new Causes<>();
  private final Causes<Direction> clogs = new Causes<>();
  private final Map<Direction, Map<FactKey, Impairment>> impaired = new TreeMap<>();

  void blackhole(Direction direction, FactKey cause) {
    holes.add(direction, cause);
  }

  void endBlackhole(Direction direction, FactKey cause) {
    holes.end(direction, cause);
  }

  void clog(Direction direction, FactKey cause) {
    clogs.add(direction, cause);
  }

  void endClog(Direction direction, FactKey cause) {
    clogs.end(direction, cause);
  }

  boolean isClogged(Direction direction) {
    return clogs.of(direction).isPresent();
  }

  void impair(Direction direction, FactKey cause, Impairment by) {
    impaired.computeIfAbsent(direction, absent -> new TreeMap<>()).put(cause, by);
  }

  void endImpairment(Direction direction, FactKey cause) {
    impaired.getOrDefault(direction, new TreeMap<>()).remove(cause);
  }

  void clear() {
    holes.clear();
    clogs.clear();
    impaired.clear();
  }

  /** What loses everything in this direction; to lose all of it is the same as a black hole. */
  Optional<FactKey> swallows(Direction direction) {
    return holes
        .of(direction)
        .or(
            () ->
                impairments(direction).entrySet().stream()
                    .filter(entry -> entry.getValue().loss() == 1)
                    .map(Map.Entry::getKey)
                    .findFirst());
  }

  Impairment of(Direction direction) {
    return impairments(direction).values().stream().reduce(Impairment.NONE, Impairment::and);
  }

  private Map<FactKey, Impairment> impairments(Direction direction) {
    return impaired.getOrDefault(direction, Map.of());
  }
}
