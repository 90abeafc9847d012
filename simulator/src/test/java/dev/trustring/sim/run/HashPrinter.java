package dev.trustring.sim.run;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.fabric.RingTale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs scenario files and the tale of a ring, and prints their event hashes, for comparison with
 * another JVM.
 */
public final class HashPrinter {

  private HashPrinter() {}

  public static void main(String[] files) {
    hashesOf(Arrays.stream(files).map(Path::of).toList()).forEach(System.out::println);
  }

  static List<String> hashesOf(List<Path> files) {
    List<String> hashes = new ArrayList<>();
    for (Path file : files) {
      Scenario scenario = Shipped.read(file);
      for (HostKind host : SameResult.hosts(scenario)) {
        String hash = Ran.on(host, scenario).hash();
        hashes.add(file.getFileName() + " " + host.word() + " " + hash);
      }
    }
    hashes.add("a ring of 5 " + RingTale.told(5).hash());
    return hashes;
  }
}
