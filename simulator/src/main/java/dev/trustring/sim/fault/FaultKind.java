package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;

/** A kind of fault. A new one is one class, one line in {@link Faults#ALL} and one test. */
interface FaultKind {

  /** The fault's published face. */
  FaultSpec spec();

  /** Strikes, and answers with what takes it away again. */
  Runnable strike(World world, FaultArguments arguments);
}
