package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.point.FaultPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stories in which the code takes the rarer of two ways. */
class FaultPointTaleTest {

  @ParameterizedTest
  @EnumSource
  void takesTheRarerWayAndComesToTheSame(FaultPoint point) {
    Ran usual = Ran.of(manySyncs().read());
    Ran rare = Ran.of(manySyncs().points(point.word()).read());

    assertThat(rare.hash()).isNotEqualTo(usual.hash());
    assertThat(rare.stops()).isEqualTo(usual.stops()).containsOnly("none 0");
    assertThat(rare.broken()).isEmpty();
    assertThat(Ran.of(manySyncs().points(point.word()).read()).hash()).isEqualTo(rare.hash());
  }

  /** What fires here and there is drawn apart from everything else. */
  @ParameterizedTest
  @EnumSource(names = {"METADATA_AGAIN", "CLOCKS_AGAIN", "ABILITY_AGAIN"})
  void asksAgainWhatItKnew(FaultPoint point) {
    String asked =
        switch (point) {
          case METADATA_AGAIN -> "sync MetaRequest";
          case CLOCKS_AGAIN -> "sync TimeRequest";
          default -> "sync AbilityRequest";
        };

    assertThat(sent(Ran.of(manySyncs().points(point.word()).read()), asked))
        .isGreaterThan(sent(Ran.of(manySyncs().read()), asked));
  }

  @Test
  void sendsOneRowAtATime() {
    List<String> word = List.of("sync Packet ", "sync DataRequest ");
    Ran usual = Ran.of(manySyncs().read());
    Ran rare = Ran.of(manySyncs().points("packet-small").read());

    assertThat(word.stream().mapToLong(one -> sent(rare, one)).sum())
        .isGreaterThan(word.stream().mapToLong(one -> sent(usual, one)).sum());
  }

  @Test
  void listsEveryPointInItsGuide() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "chaos.md"));

    for (FaultPoint point : FaultPoint.values()) {
      assertThat(guide).contains("| `" + point.word() + "` | " + point.meaning() + " |");
    }
  }

  private static long sent(Ran ran, String word) {
    return ran.notes("sent", "phone").stream().filter(line -> line.contains(word)).count();
  }

  private static Tale manySyncs() {
    Tale tale = Tale.ofPhoneAndTablet().ready("phone, tablet");
    for (int second = 10; second < 30; second++) {
      tale.put(second + "s", "phone", "a" + second, "1")
          .put(second + "s", "phone", "b" + second, "2")
          .sync(second + "s", "phone", "tablet");
    }
    return tale.expect(
        "eventually: [{ same: notes, on: [phone, tablet], within: 10s, after: 40s }]");
  }
}
