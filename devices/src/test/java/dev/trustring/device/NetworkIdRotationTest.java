package dev.trustring.device;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import dev.trustring.device.profile.DeviceKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** When a device looks whether it needs another networkId, by trust-and-softbus §5.4. */
class NetworkIdRotationTest {

  private static final String ID = "distributedDeviceManager.getLocalDeviceNetworkId";
  private static final ActorTestKit KIT = InMemory.kit(ManualTime.config());
  private static final ManualTime TIMERS = ManualTime.get(KIT.system());

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void looksOnceADay() {
    TwoDevices two = new TwoDevices(KIT, "daily", DeviceKind.TABLET);
    String first = id(two);
    two.later(Duration.ofDays(8));

    TIMERS.timePasses(Duration.ofHours(24).minusMillis(1));
    assertThat(id(two)).isEqualTo(first);

    TIMERS.timePasses(Duration.ofMillis(1));
    assertThat(id(two)).isNotEqualTo(first);
  }

  private static String id(TwoDevices two) {
    return two.phone.does(TwoDevices.SETTINGS, ID, "{}").shortForm();
  }
}
