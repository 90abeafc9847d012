package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What a campaign reads out of the steps of a timeline. */
final class Timeline {

  private Timeline() {}

  /** When a step is taken. */
  static Duration at(Node step) {
    return Nodes.word(step, "at").flatMap(Times::parse).orElse(Duration.ZERO);
  }

  /** A step in a few words: what, where, when. */
  static String shown(Node step) {
    Optional<String> fault = Nodes.word(step, "fault");
    String what = fault.or(() -> Nodes.word(step, "call")).orElse("");
    String where =
        Stream.of("device", "on", "network", "from")
            .flatMap(key -> Nodes.word(step, key).stream())
            .findFirst()
            .map(place -> " on " + place)
            .orElse("");
    return what + where + " at " + Times.shown(at(step).toMillis());
  }

  static boolean isFault(Node step) {
    return Nodes.word(step, "fault").isPresent();
  }
}
