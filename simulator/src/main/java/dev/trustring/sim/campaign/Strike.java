package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.config.text.Node;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One strike of a fault.
 *
 * @param lasts after which it heals; empty for a fault that happens once
 */
record Strike(FaultSpec spec, Duration at, Optional<Duration> lasts, Map<String, Node> given) {

  Strike {
    given = new TreeMap<>(given);
  }

  /** What it was given for a parameter that takes one word. */
  String word(String param) {
    return given.get(param) instanceof Node.Scalar scalar ? scalar.text() : "";
  }

  /** When it is over. */
  Duration over() {
    return at.plus(lasts.orElse(Duration.ZERO));
  }

  /** As a step of a timeline. */
  Node step() {
    Node.Mapping step = Nodes.object("at", Nodes.span(at), "fault", Nodes.text(spec.kind()));
    for (Map.Entry<String, Node> one : given.entrySet()) {
      step = Nodes.with(step, one.getKey(), one.getValue());
    }
    return lasts.isPresent() ? Nodes.with(step, "for", Nodes.span(lasts.get())) : step;
  }
}
