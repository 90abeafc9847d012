package dev.trustring.sim.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.sim.cli.Golden;
import dev.trustring.sim.disk.DataFolder;
import dev.trustring.sim.disk.DataFolderException;
import dev.trustring.sim.report.Json;
import dev.trustring.sim.report.Page;
import dev.trustring.sim.report.StatusJson;
import dev.trustring.sim.report.StatusText;
import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFolderTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final long US = ProcessHandle.current().pid();

  @TempDir private Path data = Path.of("");
  private final List<DataFolder> open = new ArrayList<>();

  @BeforeEach
  void fourDevices() throws IOException, DataFolderException {
    runs("phone");
    said("phone", US, NOW.minusMillis(400), false, Map.of("tablet", "Up", "tv", "Up, unreachable"));
    runs("tablet");
    said("tablet", US, NOW.minusSeconds(12), false, Map.of());
    runs("watch");
    runs("tv");
    said("tv", 1, NOW.minusSeconds(90), false, Map.of());
    said("car", 1, NOW.minusSeconds(3), true, Map.of());
    said("hub", 1, NOW.minusSeconds(75), false, Map.of());
    Files.writeString(data.resolve("car/lock"), "1\n");
    Files.writeString(data.resolve("hub/lock"), "1\n");
  }

  @AfterEach
  void close() throws DataFolderException {
    for (DataFolder folder : open) {
      folder.close();
    }
  }

  private void runs(String device) throws DataFolderException {
    open.add(DataFolder.open(data, new DeviceName(device)));
  }

  private void said(
      String device, long process, Instant when, boolean ended, Map<String, String> members)
      throws IOException {
    Files.createDirectories(data.resolve(device));
    StatusFile.write(
        data.resolve(device),
        new DeviceStatus(
            device,
            process,
            "127.0.0.1:7000",
            1,
            when.toEpochMilli(),
            ended,
            members.isEmpty() ? Map.of() : Map.of("account:ba36a4edd92d37c6", members),
            new DeviceStatus.Queues(12, 11, 1, 2, 0)));
  }

  @Test
  void tellsWhoRunsWhoIsSilentAndWhoIsDead() throws IOException {
    List<Standing> standings = StatusFolder.read(data, NOW);

    assertThat(standings)
        .extracting(Standing::device, Standing::state)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("car", Standing.State.STOPPED),
            org.assertj.core.api.Assertions.tuple("hub", Standing.State.DEAD),
            org.assertj.core.api.Assertions.tuple("phone", Standing.State.RUNNING),
            org.assertj.core.api.Assertions.tuple("tablet", Standing.State.SILENT),
            org.assertj.core.api.Assertions.tuple("tv", Standing.State.STARTING),
            org.assertj.core.api.Assertions.tuple("watch", Standing.State.STARTING));
  }

  @Test
  void aStatusThatCannotBeReadIsAsGoodAsNone() throws IOException {
    Files.writeString(data.resolve("hub/status.json"), "{ \"device\": ");

    assertThat(StatusFolder.read(data, NOW).get(1).state()).isEqualTo(Standing.State.UNKNOWN);
  }

  @Test
  void readsAsRecorded() throws IOException {
    List<Standing> standings = StatusFolder.read(data, NOW);
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);

    StatusText.write(standings, new Page(out, Page.WIDTH, false));
    out.print("\n" + Json.text(StatusJson.of(standings)));
    out.flush();

    Golden.assertMatches(
        text.toString().replaceAll("\\b" + US + "\\b *", "PID  "), Golden.recorded("status.txt"));
  }
}
