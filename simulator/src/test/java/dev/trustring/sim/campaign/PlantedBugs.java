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
  static final int RUNS = 20;

  private static @Nullable Instrumentation changer;

  private PlantedBugs() {}

  /** The JVM calls it before the other main method, and hands over what can change classes. */
  public static void premain(String options, Instrumentation instrumentation) {
    changer = instrumentation;
  }

  public static void main(String[] args)
      throws ClassNotFoundException, IOException, UnmodifiableClassException {
    Instrumentation classes = Objects.requireNonNull(changer);
    Path story = Path.of(args[0]);
    System.out.println("NONE " + found(story, ""));
    for (PlantedBug bug : PlantedBug.values()) {
      Class<?> type = Class.forName(bug.type());
      classes.redefineClasses(new ClassDefinition(type, Planting.with(bug, type)));
      System.out.println(bug + " " + found(story, bug.oracle()));
      classes.redefineClasses(new ClassDefinition(type, Planting.original(type)));
    }
  }

  private static String found(Path story, String oracle) {
    Campaign campaign =
        new Campaign(
            Story.read(story, Shipped.VOCABULARY),
            OptionalLong.empty(),
            Optional.empty(),
            HostKind.DENSE,
            0);
    List<Played> runs = new ArrayList<>();
    campaign.run(RUNS, 2, () -> runs.stream().noneMatch(run -> run.broke(oracle)), runs::add);
    Optional<Played> first = runs.stream().filter(run -> run.broke(oracle)).findFirst();
    if (first.isEmpty()) {
      return runs.stream()
          .flatMap(run -> run.broken().stream())
          .findFirst()
          .map(Broken::toString)
          .orElse("held");
    }
    if (!oracle.equals("no-older-write")) {
      return oracle + " in run " + first.get().number();
    }
    Shrunk shrunk = campaign.shrink(first.get(), oracle, 2, () -> true);
    Node.Mapping tree = shrunk.tree();
    return oracle
        + " in run "
        + first.get().number()
        + ", shrunk to "
        + ((Node.Mapping) tree.find("devices").orElseThrow().value()).entries().size()
        + " devices and "
        + Nodes.items(tree, "timeline").size()
        + " steps";
  }
}
