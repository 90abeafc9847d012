package dev.trustring.device;

import static dev.trustring.device.TwoDevices.NOTES;
import static dev.trustring.device.TwoDevices.QUICK;
import static dev.trustring.device.TwoDevices.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import dev.trustring.device.person.Person;
import dev.trustring.device.person.Person.PinTyping;
import dev.trustring.device.profile.DeviceKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What apps hear of a sink that refuses binds (trust-and-softbus §2.5, §2.8). */
class BindPolicyTest {
  private static final ActorTestKit KIT = InMemory.kit();
  private static final String BIND = "distributedDeviceManager.bindTarget";

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void isToldForHowLongTheOtherDeviceStaysFrozen() {
    TwoDevices two = new TwoDevices(KIT, "frozen", DeviceKind.TABLET);
    two.phone.hasGrantedNotes();
    for (int failed = 0; failed < 3; failed++) {
      binds(two, NOTES, PinTyping.WRONG).receiveMessage();
    }
    two.later(Duration.ofSeconds(18));

    CallOutcome refused = binds(two, NOTES, PinTyping.RIGHT).receiveMessage();

    assertThat(refused.shortForm()).isEqualTo("969298355 DEVICE_FROZEN (remainingFrozenTime 42 s)");
  }

  @Test
  void aServiceMayAskNotToBeDisturbedByABusiness() {
    TwoDevices two = new TwoDevices(KIT, "quiet", DeviceKind.TABLET);
    String quiet = "{businessId: 'cast', isInAntiDisturbanceMode: true}";
    String bind = "{deviceId: '" + two.other.name() + "', businessId: 'cast'}";
    two.other.does(SETTINGS, "DistributedDeviceProfile.PutBusinessEvent", quiet);

    assertThat(code(two.phone.does(SETTINGS, BIND, bind))).isEqualTo(969298357);
  }

  @Test
  void aSystemServiceMayBeExemptedFromBeingFrozen() {
    TwoDevices two = new TwoDevices(KIT, "exempt", DeviceKind.TABLET);
    two.other.does(SETTINGS, "DeviceManager.RegisterLocalServiceInfo", "{isNeedFreeze: false}");
    for (int failed = 0; failed < 4; failed++) {
      assertThat(code(binds(two, SETTINGS, PinTyping.WRONG).receiveMessage())).isEqualTo(96929779);
    }
  }

  private static TestProbe<CallOutcome> binds(TwoDevices two, Caller caller, PinTyping typing) {
    Person person = new Person(QUICK.permission(), QUICK.bind(), typing, Duration.ZERO);
    String target = "{deviceId: '" + two.other.name() + "'}";
    return two.phone.begins(caller, BIND, target, Optional.of(person));
  }

  private static int code(CallOutcome outcome) {
    return ((CallOutcome.Threw) outcome).code().orElseThrow();
  }
}
