package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.DecisionRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Stories of a tablet whose permission service serves nobody for a while. */
class PermissionServiceTaleTest {
  private static final String FLAGS = "abilityAccessCtrl.getPermissionFlags";
  private static final String DATASYNC = "permissionName: ohos.permission.DISTRIBUTED_DATASYNC";

  @ParameterizedTest
  @CsvSource({"gone, 12100007 SERVICE_ABNORMAL", "out-of-memory, 12100008 MALLOC_FAILED"})
  void failsCallsWithItsOwnNumberUntilItHeals(String state, String failure) {
    Ran ran =
        Ran.of(
            Tale.ofPhoneAndTablet()
                .ready("tablet")
                .fault("3s", "permission-service, device: tablet, state: " + state + ", for: 5s")
                .line(flags("4s"))
                .line(flags("9s"))
                .read());

    assertThat(answers(ran, FLAGS)).containsExactly(failure, "2");
    assertThat(ran.notes("permission-service", "tablet")).containsExactly(state, "well");
  }

  @Test
  void goesOnThroughARestartOfItsDevice() {
    Ran ran =
        Ran.of(
            Tale.ofPhoneAndTablet()
                .ready("tablet")
                .fault("3s", "permission-service, device: tablet, for: 20s")
                .fault("4s", "crash, device: tablet, for: 2s")
                .line(flags("10s"))
                .line(flags("30s"))
                .read());

    assertThat(answers(ran, FLAGS)).containsExactly("12100007 SERVICE_ABNORMAL", "2");
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void stopsASyncForWantOfThePermissionAndOffersNoGrantAsTheRemedy(HostKind host) {
    Ran ran =
        Ran.on(
            host,
            Tale.ofPhoneAndTablet()
                .ready("phone, tablet")
                .put("3s", "phone", "a", "1")
                .fault("4s", "permission-service, device: tablet, for: 20s")
                .sync("5s", "phone", "tablet")
                .sync("40s", "phone", "tablet")
                .read());

    assertThat(ran.decisions())
        .extracting(DecisionRecord::stopWord)
        .containsExactly("permission", "none");
    DecisionRecord stopped = ran.decisions().get(0);
    assertThat(stopped.toString()).contains("the permission service does not answer");
    assertThat(stopped.fixes().toString()).doesNotContain("grant DISTRIBUTED_DATASYNC");
    assertThat(Foretold.contradiction(stopped)).isEmpty();
  }

  private static String flags(String at) {
    return "{ at: %s, on: tablet, app: settings, call: %s, args: { app: notes, %s } }"
        .formatted(at, FLAGS, DATASYNC);
  }

  private static List<String> answers(Ran ran, String call) {
    return ran.result().steps().stream()
        .filter(step -> step.call().equals(call))
        .map(step -> step.outcome().orElseThrow().shortForm())
        .toList();
  }
}
