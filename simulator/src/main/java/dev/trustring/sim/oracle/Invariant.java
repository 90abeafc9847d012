package dev.trustring.sim.oracle;

import dev.trustring.sim.world.Happening;
import java.util.Optional;

/** Something that must be true after everything that happens. */
interface Invariant {

  /** The stable name that scenarios use. */
  String name();

  /** The invariant in one sentence. */
  String sentence();

  /** What is wrong after this; empty when nothing is. */
  Optional<String> breachAfter(Happening happening, Shadow shadow);
}
