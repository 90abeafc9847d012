package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Stories of a tablet whose DeviceManager service is dead for a while. */
class DeviceManagerTaleTest {
  private static final String NAME = "distributedDeviceManager.getLocalDeviceName";

  @Test
  void failsCallsUntilItHealsAndTellsWhoListens() {
    Ran ran =
        Ran.of(
            Tale.ofPhoneAndTablet()
                .ready("tablet")
                .line(call("2500ms", "distributedDeviceManager.on", "type: serviceDie"))
                .fault("3s", "device-manager, device: tablet, for: 5s")
                .fault("4s", "device-manager, device: tablet, for: 2s")
                .line(call("5s", NAME, ""))
                .line(call("7s", NAME, ""))
                .line(call("9s", NAME, ""))
                .read());

    assertThat(answers(ran))
        .containsExactly("11600101 FAILED_TO_EXECUTE", "11600101 FAILED_TO_EXECUTE", "\"tablet\"");
    assertThat(ran.result().deviceCallbacks())
        .extracting(heard -> heard.call().event().word())
        .containsExactly("serviceDie");
  }

  @Test
  void goesOnThroughARestartOfItsDevice() {
    Ran ran =
        Ran.of(
            Tale.ofPhoneAndTablet()
                .ready("tablet")
                .fault("3s", "device-manager, device: tablet, for: 20s")
                .fault("4s", "crash, device: tablet, for: 2s")
                .line(call("10s", NAME, ""))
                .line(call("30s", NAME, ""))
                .read());

    assertThat(answers(ran)).containsExactly("11600101 FAILED_TO_EXECUTE", "\"tablet\"");
  }

  private static String call(String at, String call, String arguments) {
    return "{ at: %s, on: tablet, app: settings, call: %s, args: { %s } }"
        .formatted(at, call, arguments);
  }

  private static List<String> answers(Ran ran) {
    return ran.result().steps().stream()
        .filter(step -> step.call().equals(NAME))
        .map(step -> step.outcome().orElseThrow().shortForm())
        .toList();
  }
}
