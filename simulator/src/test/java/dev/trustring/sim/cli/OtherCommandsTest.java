package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.gate.Gates;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.trust.wire.BindReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest {

  @ParameterizedTest
  @EnumSource(DenyReason.class)
  void explainsEveryReason(DenyReason reason) {
    Shell.Result result = new Shell().run("explain", reason.code());

    assertThat(result.code()).isZero();
    assertThat(flat(result)).containsIgnoringCase(reason.meaning()).contains(reason.remedy());
  }

  @ParameterizedTest
  @EnumSource(BindReason.class)
  void explainsEveryEndOfABond(BindReason reason) {
    Shell.Result result = new Shell().run("explain", Integer.toString(reason.number()));

    assertThat(result.code()).isZero();
    assertThat(flat(result)).contains(reason.code()).contains(reason.remedy());
  }

  static Stream<Gate> gates() {
    return Arrays.stream(RuleSet.values()).flatMap(rules -> Gates.of(rules).stream()).distinct();
  }

  @ParameterizedTest
  @MethodSource("gates")
  void explainsEveryGateByIdAndName(Gate gate) {
    Shell.Result byId = new Shell().run("explain", gate.info().id());
    Shell.Result byName = new Shell().run("explain", "gate:" + gate.info().name());

    assertThat(flat(byId)).contains(gate.info().name()).containsIgnoringCase(gate.info().rule());
    assertThat(flat(byName)).contains(gate.info().id()).containsIgnoringCase(gate.info().rule());
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void explainsEveryStage(Stage stage) {
    Shell.Result result = new Shell().run("explain", "stage:" + stage.word());

    assertThat(flat(result)).containsIgnoringCase(stage.question());
  }

  @Test
  void unfoldsTheGeneralErrorIntoItsReasons() {
    Shell.Result result = new Shell().run("explain", "27459584");

    assertThat(result.out())
        .contains("permission-not-granted", "range-disjoint", "other-signing", "COMM_FAILURE")
        .doesNotContain("level-too-low");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "201",
        "202",
        "401",
        "15100002",
        "12100001",
        "9568289",
        "11600103",
        "silent",
        "gate:level",
        "article",
        "ap-isolation",
        "SingleKVStore.sync",
        "DEVICE_NOT_ONLINE",
        "g13",
        "held"
      })
  void explainsAlso(String word) {
    Shell.Result result = new Shell().run("explain", word);

    assertThat(result.code()).isZero();
    assertThat(result.outLines()).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 80);
  }

  @Test
  void takesANumberBelowZeroBeforeOrAfterAnOption() throws IOException {
    Shell.Result before = new Shell().run("explain", "-20001", "--json");
    Shell.Result after = new Shell().run("explain", "--json", "-20001");

    assertThat(before.code()).isZero();
    assertThat(before.out()).isEqualTo(after.out());
    assertThat(new ObjectMapper().readTree(before.out()).path("topics")).hasSize(1);
  }

  @Test
  void aWordThatNobodyKnowsIsWrongUsageWithTheNearest() {
    Shell.Result result = new Shell().run("explain", "levle");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.errLines()).singleElement().asString().contains("did you mean level?");
  }

  @Test
  void withoutAWordListsAllWords() {
    Shell.Result result = new Shell().run("explain");

    assertThat(result.code()).isZero();
    assertThat(flat(result)).contains("level-too-low", "27459584", "G13 send-level", "partition");
  }

  @Test
  void theCommittedSchemaIsTheOneThatIsPrinted() throws IOException {
    Shell.Result result = new Shell().run("schema");

    assertThat(result.code()).isZero();
    Golden.assertMatches(
        result.out(), Path.of("../simulation-configs/schema/scenario.schema.json"));
  }

  @Test
  void helpListsCommandsAndExitCodes() {
    Shell.Result result = new Shell().run("--help");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("run", "why", "explain", "schema", "Exit codes:", "130");
  }

  @Test
  void versionNamesAkka() {
    Shell.Result result = new Shell().run("--version");

    assertThat(result.out()).matches("trustring [0-9].*\\nAkka 2\\.8\\.5\\n");
  }

  @Test
  void completionIsAScript() {
    Shell.Result result = new Shell().run("completion");

    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("#!/usr/bin/env bash").contains("--store");
  }

  private static String flat(Shell.Result result) {
    return result.out().replaceAll("\\s+", " ");
  }
}
