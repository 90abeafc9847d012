package dev.trustring.device;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import dev.trustring.device.nearby.AppCallback;
import dev.trustring.device.nearby.DeviceEvent;
import dev.trustring.device.profile.DeviceKind;
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
}
