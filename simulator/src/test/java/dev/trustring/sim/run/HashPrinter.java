package dev.trustring.sim.run;

import java.nio.file.Path;

/** Runs scenario files and prints their event hashes, for comparison with another JVM. */
public final class HashPrinter {

  private HashPrinter() {}

  public static void main(String[] files) {
    for (String file : files) {
      System.out.println(Ran.of(Shipped.read(Path.of(file))).hash());
    }
  }
}
