package dev.trustring.sim.net;

import dev.trustring.config.scenario.Network;
import dev.trustring.kv.decision.FactKey;
import java.util.Optional;

/**
 * The way of a frame over one bearer.
 *
 * @param says the network that carries it, or what is in the way
 * @param via the network; empty when something is in the way
 * @param cause the input that is in the way
 */
public record Path(String says, Optional<Network> via, Optional<FactKey> cause) {

  static Path open(String says, Network via) {
    return new Path(says, Optional.of(via), Optional.empty());
  }

  static Path blocked(String says, FactKey cause) {
    return new Path(says, Optional.empty(), Optional.of(cause));
  }

  public boolean isOpen() {
    return via.isPresent();
  }
}
