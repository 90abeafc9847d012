package dev.trustring.sim.oracle;

import dev.trustring.kv.decision.Origin;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of one expectation or invariant.
 *
 * @param kind always, sometimes, eventually, decision, step or set-up
 * @param name what was expected, in one clause
 * @param says what happened instead; empty text when it held
 * @param origin where the expectation is written
 * @param brokenNanos the moment of the story in which it broke; empty when it held, or when that
 *     showed only at the end
 */
public record Finding(
    String kind,
    String name,
    boolean held,
    String says,
    Optional<Origin> origin,
    OptionalLong brokenNanos) {

  /** One without a moment. */
  public Finding(String kind, String name, boolean held, String says, Optional<Origin> origin) {
    this(kind, name, held, says, origin, OptionalLong.empty());
  }

  static Finding held(String kind, String name, Origin origin) {
    return new Finding(kind, name, true, "", Optional.of(origin));
  }

  static Finding broken(String kind, String name, String says, Origin origin) {
    return new Finding(kind, name, false, says, Optional.of(origin));
  }

  static Finding of(String kind, String name, Optional<String> breach, Origin origin) {
    return breach
        .map(says -> broken(kind, name, says, origin))
        .orElseGet(() -> held(kind, name, origin));
  }

  Finding brokenAt(OptionalLong storyNanos) {
    return new Finding(kind, name, held, says, origin, storyNanos);
  }
}
