package dev.trustring.sim.instrument;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rewrites Akka's classes in the runnable jar when it is built. A jar that was woven needs no
 * agent, whose mere presence makes the JVM read every class twice when it starts from an archive.
 */
public final class JarWeaver {
  private JarWeaver() {}

  /** Called by the build with the path of the jar, which is changed in place. */
  public static void main(String[] arguments) throws IOException {
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[0]))) {
      for (String folder : Rerouting.packages()) {
        weave(jar.getPath("/", folder));
      }
    }
  }

  private static void weave(Path folder) throws IOException {
    for (Path file : classFiles(folder)) {
      byte[] woven = AkkaRewriter.rewritten(Files.readAllBytes(file));
      if (woven != null) {
        FileTime built = Files.getLastModifiedTime(file);
        Files.write(file, woven);
        Files.setLastModifiedTime(file, built);
      }
    }
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }
}
