package dev.trustring.sim.run;

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
      hashes.add(Ran.on(HostKind.DENSE, Shipped.read(file)).hash());
      hashes.add(Ran.on(HostKind.VIRTUAL, Shipped.read(file)).hash());
    }
    hashes.add(RingTale.told(5).hash());
    return hashes;
  }
}
