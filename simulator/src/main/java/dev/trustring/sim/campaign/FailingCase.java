package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import dev.trustring.sim.run.HostKind;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** One scenario that breaks something and is to be made small, whoever wrote it. */
public final class FailingCase {

  private final Story story;
  private final Node.Mapping tree;
  private final Player player;

  /**
   * The scenario of a file, with the least value of each of its ranges.
   *
   * @param host what it is played on, or virtual if it cannot play it
   * @throws dev.trustring.config.text.InputErrors with what is wrong with it
   */
  public FailingCase(Story story, HostKind host) {
    this.story = story;
    this.tree = story.fixed();
    this.player = new Player(story, host.orWhatPlays(story.ofPieces(tree)));
  }

  /** What it comes to as it stands. */
  public Played played() {
    return player.play(0, tree);
  }

  /**
   * The smallest case that breaks that oracle.
   *
   * @param jobs how many attempts at a time
   * @param goesOn asked again and again; when it says no, the smallest so far it is
   */
  public Shrunk shrink(String oracle, int jobs, BooleanSupplier goesOn) {
    return new Shrinker(player, tree, oracle, jobs, goesOn).shrunk(0);
  }

  /**
   * The file of a smallest case.
   *
   * @param folder where it will lie
   */
  public String file(Shrunk smallest, Path folder) {
    String origin =
        String.format(
            Locale.ROOT, "Smallest case out of %s, %d tried.", story.name(), smallest.attempts());
    return new CaseFile(story).text(smallest.tree(), folder, origin, smallest.played());
  }
}
