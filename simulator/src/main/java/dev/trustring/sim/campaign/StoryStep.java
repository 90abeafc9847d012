package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.CallExpectation;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of the story's own steps in a drawn run. */
final class StoryStep {

  /** What holds in an undisturbed run alone. */
  private static final Set<String> OF_ONE_RUN = Set.of("returns", "syncComplete");

  private static final String FOR = "for";

  private StoryStep() {}

  /**
   * The step, which may now come to any end; a fault that can heal is over when all are.
   *
   * @param end when all faults are over, not before the step
   */
  static Node drawn(Node step, List<FaultSpec> faults, Duration end) {
    Node.Mapping free = Nodes.without((Node.Mapping) step, OF_ONE_RUN);
    if (free.find("call").isPresent()) {
      return Nodes.with(free, "throws", Nodes.text(CallExpectation.MAYBE));
    }
    return canHeal(free, faults) ? untilEnd(free, end) : free;
  }

  private static boolean canHeal(Node step, List<FaultSpec> faults) {
    Optional<String> kind = Nodes.word(step, "fault");
    return faults.stream()
        .anyMatch(spec -> kind.filter(spec.kind()::equals).isPresent() && spec.canLast());
  }

  private static Node untilEnd(Node.Mapping step, Duration end) {
    Duration left = end.minus(Timeline.at(step));
    Duration longest = left.isZero() ? Duration.ofMillis(1) : left;
    return Nodes.word(step, FOR)
            .flatMap(Times::parse)
            .filter(told -> told.compareTo(longest) <= 0)
            .isPresent()
        ? step
        : Nodes.with(step, FOR, Nodes.span(longest));
  }
}
