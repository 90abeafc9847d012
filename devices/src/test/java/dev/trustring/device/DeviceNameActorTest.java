package dev.trustring.device;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import dev.trustring.device.nearby.AppCallback;
import dev.trustring.device.nearby.DeviceEvent;
import dev.trustring.device.profile.DeviceKind;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.ring.AwayReason;
import dev.trustring.trust.ring.MembershipEvent;
import dev.trustring.trust.ring.RingId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The name that one device gives itself reaches another (trust-and-softbus §2.1). */
class DeviceNameActorTest {

  private static final String MODULE = "distributedDeviceManager.";
  private static final ActorTestKit KIT = InMemory.kit();

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void aListenerOfAnotherDeviceHearsTheNewName() {
    TwoDevices two = new TwoDevices(KIT, "name", DeviceKind.TABLET);
    two.other.hasGrantedNotes();
    two.shareAnAccount();
    two.other.does(TwoDevices.NOTES, MODULE + "on", "{type: 'deviceNameChange'}");

    two.phone.does(TwoDevices.SETTINGS, MODULE + "setLocalDeviceName", "{deviceName: 'Kitchen'}");

    AppCallback heard =
        two.other.sees(AppCallback.class, call -> call.event() == DeviceEvent.DEVICE_NAME_CHANGE);
    assertThat(heard.says()).isEqualTo("name-phone is called Kitchen");
  }

  @Test
  void aNameOutlivesACrashAndIsToldToWhoComesAfterIt() {
    TwoDevices two = new TwoDevices(KIT, "kept-name", DeviceKind.TABLET);
    two.other.hasGrantedNotes();
    two.shareAnAccount();
    two.other.does(TwoDevices.NOTES, MODULE + "on", "{type: 'deviceNameChange'}");
    two.phone.does(TwoDevices.SETTINGS, MODULE + "setLocalDeviceName", "{deviceName: 'Kitchen'}");
    two.other.sees(AppCallback.class, call -> call.event() == DeviceEvent.DEVICE_NAME_CHANGE);
    RingId ring = RingId.ofAccount(new AccountId("alice").hash());

    two.phone.crash();
    two.other.hears(new MembershipEvent.Unreachable(ring, two.phone.identity(), AwayReason.SILENT));
    two.phone.switchOn();
    two.phone.seesARingWith(two.other);
    two.meetIn(ring);

    AppCallback heard =
        two.other.sees(AppCallback.class, call -> call.event() == DeviceEvent.DEVICE_NAME_CHANGE);
    assertThat(heard.says()).isEqualTo("kept-name-phone is called Kitchen");
  }
}
