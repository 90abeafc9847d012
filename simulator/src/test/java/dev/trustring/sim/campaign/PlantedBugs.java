package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.Shipped;
import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Plants one bug after the other and prints which rules a campaign finds broken. It is the whole
 * life of a JVM of its own: classes that are changed are changed for everybody in it.
 */
public final class PlantedBugs {

  /** So many runs a campaign has to find a bug. */
  static final int RUNS = 40;

  /** So many runs of each story must hold when nothing is planted. */
  private static final int UNSPOILT = 6;

  private static @Nullable Instrumentation changer;

  private PlantedBugs() {}

  /** The JVM calls it before the other main method, and hands over what can change classes. */
  public static void premain(String options, Instrumentation instrumentation) {
    changer = instrumentation;
  }

  /** Plants all, or those whose names are given. */
  public static void main(String[] args)
      throws ClassNotFoundException, IOException, UnmodifiableClassException {
    Instrumentation classes = Objects.requireNonNull(changer);
    List<PlantedBug> bugs =
        Arrays.stream(PlantedBug.values())
            .filter(bug -> args.length == 0 || List.of(args).contains(bug.name()))
            .toList();
    for (String story : bugs.stream().map(PlantedBug::story).distinct().toList()) {
      System.out.println("NONE " + story + " " + found(story, "", false));
    }
    for (PlantedBug bug : bugs) {
      Class<?> type = Class.forName(bug.type());
      classes.redefineClasses(new ClassDefinition(type, Planting.with(bug, type)));
      System.out.println(
          bug + " " + found(bug.story(), bug.oracle(), bug == PlantedBug.LAST_ARRIVAL_WINS));
      classes.redefineClasses(new ClassDefinition(type, Planting.original(type)));
    }
  }

  private static String found(String story, String oracle, boolean shrinks) {
    Campaign campaign =
        new Campaign(
            Story.read(Path.of(story), Shipped.VOCABULARY),
            OptionalLong.empty(),
            Optional.empty(),
            HostKind.DENSE,
            0);
    List<Played> runs = new ArrayList<>();
    int most = oracle.isEmpty() ? UNSPOILT : RUNS;
    campaign.run(most, 2, () -> runs.stream().noneMatch(run -> run.broke(oracle)), runs::add);
    return runs.stream()
        .filter(run -> run.broke(oracle))
        .findFirst()
        .map(
            first ->
                oracle
                    + " in run "
                    + first.number()
                    + (shrinks ? shrunk(campaign, first, oracle) : ""))
        .orElseGet(() -> "held" + others(runs));
  }

  private static String others(List<Played> runs) {
    List<String> broken =
        runs.stream()
            .flatMap(run -> run.broken().stream().map(one -> one.oracle() + " in " + run.number()))
            .toList();
    return broken.isEmpty() ? "" : ", but " + broken;
  }

  private static String shrunk(Campaign campaign, Played first, String oracle) {
    Shrunk shrunk = campaign.shrink(first, oracle, 2, () -> true);
    Node.Mapping tree = shrunk.tree();
    return ", shrunk to "
        + ((Node.Mapping) tree.find("devices").orElseThrow().value()).entries().size()
        + " devices and "
        + Nodes.items(tree, "timeline").size()
        + " steps";
  }
}
