package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HonestyCommandTest {

  private static final String NOT_IN_RING =
      "../simulation-configs/scenarios/pitfall-not-in-ring.yaml";

  private static Shell.Result honesty(String... more) {
    String[] args = new String[3 + more.length];
    args[0] = "honesty";
    args[1] = "--host";
    args[2] = "dense";
    System.arraycopy(more, 0, args, 3, more.length);
    return new Shell().run(args);
  }

  @Test
  void tellsWhatTheAppsOfHomeCouldKnowAsRecorded() throws IOException {
    Shell.Result result = honesty(Shell.HOME, NOT_IN_RING);

    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.outLines()).allMatch(line -> line.length() <= 80);
    Golden.assertMatches(result.out(), Golden.recorded("honesty.txt"));
  }

  @Test
  void printsTheSameForPrograms() throws IOException {
    Shell.Result result = honesty(Shell.HOME, "--rules", "openharmony", "--json");
    JsonNode node = new ObjectMapper().readTree(result.out());

    assertThat(node.at("/stories").asInt()).isEqualTo(1);
    assertThat(node.at("/rules").fieldNames()).toIterable().containsExactly("openharmony");
    assertThat(node.at("/rules/openharmony/attempts").asInt()).isEqualTo(3);
    assertThat(node.at("/rules/openharmony/table/0/told").asText()).isEqualTo("0");
  }

  @Test
  void readsEveryFileBeforeItPlaysAny() {
    Shell.Result result = honesty(Shell.HOME, "nowhere.yaml");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("nowhere.yaml");
  }

  @Test
  void playsNothingBeforeItsHostCanPlayEverything() {
    Shell.Result result = honesty(Shell.HOME, "../simulation-configs/scenarios/split-brain.yaml");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("split-brain.yaml: 'downing: keep-majority' needs clusters");
  }

  @Test
  void wantsAFile() {
    assertThat(honesty().code()).isEqualTo(2);
  }
}
