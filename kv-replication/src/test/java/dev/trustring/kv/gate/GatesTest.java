package dev.trustring.kv.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.GateInfo.Side;
import dev.trustring.kv.rules.RuleSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatesTest {

  @Test
  void asksTheGatesInTheOrderOfThePlatform() {
    assertThat(readOut(Gates.of(RuleSet.OPENHARMONY)))
        .containsExactly(
            "G0 open",
            "G1 caller-identity",
            "G2 app-clone",
            "G3 delay",
            "G4 target-online",
            "G5 peer-metadata",
            "G6 activation",
            "G6-queue sync-queue",
            "G7-range send-range",
            "G7 send-permission",
            "G8 data-flow",
            "G9 route-header",
            "G10 session",
            "G11 time-sync",
            "G12 ability",
            "G13 send-level",
            "G14 locked-store",
            "G15 push-interceptor",
            "R1 frame",
            "R2 session-check",
            "R3 communicator",
            "R4 target-user",
            "R5 clock",
            "R6 version-known",
            "R7 version-supported",
            "R8-range receive-range",
            "R8 receive-permission",
            "R9 receive-level",
            "R10 answer-data-flow",
            "R11 ability-done",
            "R12 watermark",
            "R13 save",
            "R14 pull-read",
            "R15 pull-response");
  }

  @Test
  void putsHardwareInThePlaceOfTheLevelAndAsksForTheDataGroupUnderTheArticle() {
    List<String> platform = readOut(Gates.of(RuleSet.OPENHARMONY));

    List<String> article = readOut(Gates.of(RuleSet.ARTICLE));

    assertThat(article)
        .containsExactlyElementsOf(
            platform.stream()
                .flatMap(
                    line ->
                        line.equals("G0 open")
                            ? Stream.of(line, "G0-group data-group")
                            : Stream.of(line))
                .map(line -> line.replace("G13 send-level", "G13 send-tee"))
                .map(line -> line.replace("R9 receive-level", "R9 receive-tee"))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(RuleSet.class)
  void knowsEveryGateByOneIdAndOneName(RuleSet rules) {
    List<GateInfo> infos = Gates.of(rules).stream().map(Gate::info).toList();

    assertThat(infos).extracting(GateInfo::id).doesNotHaveDuplicates();
    assertThat(infos)
        .extracting(GateInfo::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
  }

  @ParameterizedTest
  @EnumSource(RuleSet.class)
  void saysTheRuleOfEveryGateAndWhereItComesFrom(RuleSet rules) {
    assertThat(Gates.of(rules))
        .allSatisfy(
            gate -> {
              assertThat(gate.info().rule()).isNotBlank();
              assertThat(gate.info().source()).isNotBlank();
            });
  }

  @Test
  void splitsTheChainWhereTheFramesCross() {
    List<Gate> sender = Gates.of(RuleSet.OPENHARMONY, Side.SENDER);
    List<Gate> receiver = Gates.of(RuleSet.OPENHARMONY, Side.RECEIVER);

    assertThat(sender).hasSize(18).allMatch(gate -> gate.info().id().startsWith("G"));
    assertThat(receiver).hasSize(16).allMatch(gate -> gate.info().id().startsWith("R"));
  }

  private static List<String> readOut(List<Gate> gates) {
    return gates.stream().map(gate -> gate.info().id() + " " + gate.info().name()).toList();
  }
}
