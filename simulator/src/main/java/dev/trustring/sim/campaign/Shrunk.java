package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import java.util.Locale;

/**
 * The smallest case that was found for an oracle.
 *
 * @param oracle what it breaks
 * @param run the number of the run that it was made of
 * @param played what it comes to
 * @param attempts how many scenarios were played to find it
 */
public record Shrunk(
    String oracle, int run, Node.Mapping before, Node.Mapping tree, Played played, int attempts) {

  /** The name of its file. */
  public String file() {
    return oracle + ".yaml";
  }

  /** Where it lies in the folder of the campaign. */
  public String path() {
    return "min/" + file();
  }

  /** What happens in it instead of what must. */
  public String says() {
    return played.says(oracle);
  }

  /** What it was and what it is, in numbers. */
  public String sizes() {
    return String.format(
        Locale.ROOT,
        "devices %d to %d, faults %d to %d, calls %d to %d",
        devices(before),
        devices(tree),
        steps(before, true),
        steps(tree, true),
        steps(before, false),
        steps(tree, false));
  }

  private static long devices(Node.Mapping tree) {
    return tree.find("devices")
        .map(entry -> ((Node.Mapping) entry.value()).entries().size())
        .orElse(0);
  }

  private static long steps(Node.Mapping tree, boolean faults) {
    return Nodes.items(tree, "timeline").stream()
        .filter(step -> Timeline.isFault(step) == faults)
        .count();
  }
}
