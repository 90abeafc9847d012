package dev.trustring.device;

import static dev.trustring.device.TwoDevices.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.profile.DeviceKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a process has at the soft bus goes with it (trust-and-softbus §5.1). */
class PublishActorTest {

  private static final String PUBLISH = "LNN.PublishLNN";
  private static final String SHARE =
      "{publishId: 1, mode: 'passive', capability: 'share', pkgName: 'com.example.notes'}";
  private static final ActorTestKit KIT = InMemory.kit();

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void anAppThatIsKilledLeavesItsNumberFree() {
    TwoDevices two = new TwoDevices(KIT, "publish", DeviceKind.TABLET);
    two.phone.hasNotes();
    assertThat(two.phone.does(SETTINGS, PUBLISH, SHARE)).isEqualTo(CallOutcome.done());
    assertThat(two.phone.does(SETTINGS, PUBLISH, SHARE)).isNotEqualTo(CallOutcome.done());

    two.phone.does(SETTINGS, "appManager.killProcessesByBundleName", "{app: 'notes'}");

    assertThat(two.phone.does(SETTINGS, PUBLISH, SHARE)).isEqualTo(CallOutcome.done());
  }
}
