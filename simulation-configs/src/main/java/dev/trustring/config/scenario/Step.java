package dev.trustring.config.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.token.UserId;
import dev.trustring.device.call.CallName;
import dev.trustring.device.person.Person;
import dev.trustring.kv.decision.Origin;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One line of the timeline. */
public sealed interface Step {

  /** When it happens, from the start of the story. */
  Duration at();

  /** Where it is written. */
  Origin origin();

  /**
   * A platform call.
   *
   * @param devices the devices on which it is made, each on its own
   * @param app alias of the calling app; empty when the settings app of the system calls
   * @param user the user on whose behalf the call is made; the first user of a device is 100
   * @param arguments checked against the call's parameters, store options filled in from the app
   * @param person what the person in front of the device does in dialogs of this call, if it
   *     differs from their habit
   */
  record Call(
      Duration at,
      List<DeviceName> devices,
      Optional<String> app,
      UserId user,
      CallName call,
      ObjectNode arguments,
      Optional<Person> person,
      CallExpectation expect,
      Origin origin)
      implements Step {

    public Call {
      devices = List.copyOf(devices);
    }
  }

  /**
   * A fault, or its end.
   *
   * @param kind the registered word, such as {@code partition}
   * @param lasts after which the fault heals by itself; empty when it stays
   */
  record Fault(
      Duration at, String kind, ObjectNode arguments, Optional<Duration> lasts, Origin origin)
      implements Step {}
}
