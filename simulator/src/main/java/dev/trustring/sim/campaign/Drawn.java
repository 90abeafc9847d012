package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.Expectations.Sometimes;
import dev.trustring.config.text.Node;
import java.util.List;

/**
 * One drawn run: an ordinary scenario.
 *
 * @param number its place in the campaign, from 1
 * @param tree the scenario as it would be written to a file
 * @param sometimes what must happen in some run of the campaign, and need not in each
 */
record Drawn(int number, Node.Mapping tree, List<Sometimes> sometimes) {
  Drawn {
    sometimes = List.copyOf(sometimes);
  }
}
