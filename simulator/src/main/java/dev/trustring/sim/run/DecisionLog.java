package dev.trustring.sim.run;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.world.Happening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line of the log for every decision, for those who run devices for long. */
public final class DecisionLog {

  /** The name of the logger. */
  public static final String NAME = "dev.trustring.decision";

  private static final Logger LOG = LoggerFactory.getLogger(NAME);

  private DecisionLog() {}

  static void watch(Happening happening) {
    if (LOG.isDebugEnabled() && happening instanceof Happening.Decided decided) {
      LOG.debug("{}", line(decided.decision()));
    }
  }

  static String line(DecisionRecord record) {
    return "from=%s to=%s store=%s outcome=%s stop=%s visible=%s"
        .formatted(
            record.from(),
            record.to(),
            record.store(),
            record.outcome().word(),
            record.stopWord(),
            record.visible().word());
  }
}
