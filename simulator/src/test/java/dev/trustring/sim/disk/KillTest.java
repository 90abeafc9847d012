package dev.trustring.sim.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.trust.identity.DeviceName;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device is a process, and the process is killed. */
class KillTest {
  @TempDir private Path world;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void keepsEverythingThatWasAnsweredBeforeTheProcessWasKilled(long seed) throws Exception {
    int answersToHear = new SplittableRandom(seed).nextInt(1, 600);

    Map<String, Integer> answered = killedAfter(answersToHear);

    assertThat(answered.values().stream().mapToInt(Integer::intValue).sum())
        .isGreaterThanOrEqualTo(answersToHear);
    try (StoresOnDisk phone = StoresOnDisk.embedded(world, "phone")) {
      for (String store : Writer.STORES) {
        int highest = answered.getOrDefault(store, 0);
        Map<String, String> kept = phone.texts(store);
        assertThat(kept).isEqualTo(rows(kept.size()));
        assertThat(kept).hasSizeBetween(highest, highest + 1);
      }
    }
  }

  /** The highest number that was answered in each store. */
  private Map<String, Integer> killedAfter(int answersToHear)
      throws IOException, InterruptedException {
    Map<String, Integer> answered = new TreeMap<>();
    Writer.STORES.forEach(store -> answered.put(store, 0));
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                world.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = writer.inputReader()) {
      hear(lines, answersToHear, answered);
      assertThatThrownBy(() -> DataFolder.open(world, new DeviceName("phone")))
          .isInstanceOf(DataFolderException.class)
          .hasMessageEndingWith("is in use by process " + writer.pid());
      writer.toHandle().destroyForcibly();
      hear(lines, Integer.MAX_VALUE, answered);
    } finally {
      writer.destroyForcibly().waitFor();
    }
    return answered;
  }

  private static void hear(BufferedReader lines, int most, Map<String, Integer> answered)
      throws IOException {
    for (int heard = 0; heard < most; heard++) {
      String line = lines.readLine();
      if (line == null) {
        return;
      }
      List<String> words = new ArrayList<>(List.of(line.split(" ")));
      if (words.size() == 2 && answered.containsKey(words.get(0))) {
        answered.merge(words.get(0), Integer.valueOf(words.get(1)), Math::max);
      }
    }
  }

  private static Map<String, String> rows(int count) {
    Map<String, String> rows = new TreeMap<>();
    for (int number = 1; number <= count; number++) {
      rows.put(Writer.key(number), Writer.text(number));
    }
    return rows;
  }
}
