package dev.trustring.sim.net;

import dev.trustring.config.scenario.Link;
import dev.trustring.config.scenario.LinkShape;
import dev.trustring.config.scenario.Network;
import dev.trustring.config.text.Times;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How every direction is when nothing is wrong with it: as its network says, or its own line. */
final class Shapes {

  private final Map<Direction, Link> links = new TreeMap<>();

  Shapes(List<Link> links) {
    links.forEach(link -> this.links.put(new Direction(link.from(), link.to()), link));
  }

  LinkShape of(Direction direction, Network via) {
    Link link = links.get(direction);
    return link == null ? via.shape() : link.shape();
  }

  Times.Range latency(Direction direction, Network via) {
    Link link = links.get(direction);
    return link == null
        ? new Times.Range(via.latencyMin(), via.latencyMax())
        : new Times.Range(link.latencyMin(), link.latencyMax());
  }
}
