package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.call.CallOutcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stories of days in which a device is alone; trust-and-softbus §5.4. */
class NetworkIdTaleTest {

  private static final String ASKS = "distributedDeviceManager.getLocalDeviceNetworkId";

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void getsANewOneAfterSevenDaysAlone(HostKind host) {
    Tale alone = Tale.nobody().device("phone", "kind: phone, level: SL4, account: acct-1");

    List<String> ids = idsOf(host, asking(alone));

    assertThat(ids).hasSize(4);
    assertThat(ids.get(1)).isEqualTo(ids.get(0));
    assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    assertThat(ids.get(3)).isEqualTo(ids.get(2));
  }

  private static Tale asking(Tale tale) {
    return tale.granted("phone")
        .call("1s", "phone", ASKS, "")
        .call("6d", "phone", ASKS, "")
        .call("7.1d", "phone", ASKS, "")
        .call("7.9d", "phone", ASKS, "");
  }

  private static List<String> idsOf(HostKind host, Tale tale) {
    return Ran.on(host, tale.read()).result().steps().stream()
        .filter(step -> step.call().equals(ASKS))
        .map(step -> step.outcome().map(CallOutcome::shortForm).orElse("none"))
        .toList();
  }
}
