package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import java.time.Duration;

/** What a campaign reads out of the steps of a timeline. */
final class Timeline {

  private Timeline() {}

  /** When a step is taken. */
  static Duration at(Node step) {
    return Nodes.word(step, "at").flatMap(Times::parse).orElse(Duration.ZERO);
  }

  static boolean isFault(Node step) {
    return Nodes.word(step, "fault").isPresent();
  }
}
