package dev.trustring.config.scenario;

import dev.trustring.device.call.CallRegistry;
import java.util.List;

/**
 * The words that the simulator understands beyond those of the file format.
 *
 * @param calls the platform calls that a timeline may make
 * @param faults the faults that may strike
 * @param invariants what {@code expect.always} may name
 * @param stages where a decision may stop an attempt
 */
public record Vocabulary(
    CallRegistry calls, List<FaultSpec> faults, List<String> invariants, List<String> stages) {

  /** The app alias that stands for the settings app of the system. */
  public static final String SETTINGS = "settings";

  /** The word of {@code trust.for} and its like that stands for all apps of a user. */
  public static final String USER = "user";

  public Vocabulary {
    faults = List.copyOf(faults);
    invariants = List.copyOf(invariants);
    stages = List.copyOf(stages);
  }
}
