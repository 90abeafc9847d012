package dev.trustring.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.sim.FreshJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedBugsTest {

  private static final Pattern SHRUNK =
      Pattern.compile(", shrunk to ([0-9]+) devices and ([0-9]+) steps");

  @TempDir private Path folder;

  @Test
  void aCampaignFindsEveryPlantedBugByItsRule() throws IOException, InterruptedException {
    FreshJvm jvm =
        new FreshJvm(
            Path.of(System.getProperty("java.home")),
            List.of("-XX:TieredStopAtLevel=1", "-javaagent:" + agentOf(folder)));

    List<String> printed = jvm.prints(PlantedBugs.class, List.of());

    List<String> wanted = new ArrayList<>();
    Arrays.stream(PlantedBug.values())
        .map(PlantedBug::story)
        .distinct()
        .forEach(story -> wanted.add("NONE " + story + " held"));
    Arrays.stream(PlantedBug.values()).forEach(bug -> wanted.add(bug + " " + bug.oracle()));
    assertThat(printed.stream().map(line -> line.replaceAll(" in run.*", "")))
        .containsExactlyElementsOf(wanted);
    Matcher shrunk = SHRUNK.matcher(String.join("\n", printed));
    assertThat(shrunk.find()).isTrue();
    assertThat(Integer.parseInt(shrunk.group(1))).isLessThanOrEqualTo(3);
    assertThat(Integer.parseInt(shrunk.group(2))).isLessThanOrEqualTo(10);
  }

  /** A jar of nothing but the word that the class may change others. */
  private static Path agentOf(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Premain-Class", PlantedBugs.class.getName());
    main.putValue("Can-Redefine-Classes", "true");
    Path jar = folder.resolve("agent.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  @Test
  void theDocumentsListThemAll() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "chaos.md"));

    for (PlantedBug bug : PlantedBug.values()) {
      String file = String.valueOf(Path.of(bug.story()).getFileName());
      assertThat(page).contains("| " + bug.says() + " | " + file + " | `" + bug.oracle() + "` | ");
    }
  }
}
