package dev.trustring.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.text.DrawRange;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChaosReaderTest {

  private static Scenario read(String chaos) {
    return ScenarioReader.read(
        "s.yaml",
        "trustring: 1\ntitle: t\ndevices: { phone: { kind: phone } }\n" + chaos,
        Path.of(""),
        TestVocabulary.SMALL);
  }

  @Test
  void aStoryThatSaysNothingLeavesEverythingToTheCampaign() {
    assertThat(read("").chaos()).isEqualTo(Chaos.UNSAID);
  }

  @Test
  void readsWhatIsDrawn() {
    Chaos chaos =
        read("""
                chaos:
                  runs: 7
                  until: 90s
                  operations: 3
                  faults:
                    - { kind: crash, perMinute: 0.5..2, device: [phone] }
                    - { kind: loss, share: 0.25, for: 1s..9s }
                """)
            .chaos();

    assertThat(chaos.runs()).hasValue(7);
    assertThat(chaos.until()).contains(Duration.ofSeconds(90));
    assertThat(chaos.operations().map(DrawRange::low).map(low -> low.text())).contains("3");
    assertThat(chaos.operations().map(DrawRange::high).map(high -> high.text())).contains("3");
    assertThat(chaos.faults())
        .extracting(one -> one.spec().kind() + " " + one.given().keySet())
        .containsExactly("crash [device]", "loss [for, share]");
    assertThat(chaos.faults().get(0).perMinute().map(DrawRange::even)).contains(true);
    assertThat(chaos.faults().get(1).perMinute()).isEmpty();
  }
}
