package dev.trustring.sim.run;

import dev.trustring.config.scenario.Vocabulary;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.kv.decision.Stage;
import dev.trustring.sim.fault.Faults;
import dev.trustring.sim.oracle.Invariants;

/** The words that scenarios may use with this simulator. */
public final class Words {

  private Words() {}

  /** Every call, fault, rule and stage. */
  public static Vocabulary all() {
    return new Vocabulary(
        StandardCalls.registry(), Faults.specs(), Invariants.names(), Stage.words());
  }
}
