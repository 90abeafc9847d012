package dev.trustring.sim.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.token.UserId;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.call.Caller;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;
import java.util.function.Consumer;

/** What the person does in the settings of a device. */
final class Settings {

  private Settings() {}

  /** Makes the call, and notes what comes of it. */
  static void call(World world, DeviceName device, String name, ObjectNode values) {
    call(world, device, name, values, value -> {});
  }

  /** The same, and goes on with the value when it returns one. */
  static void call(
      World world, DeviceName device, String name, ObjectNode values, Consumer<JsonNode> then) {
    world.call(
        device,
        new CallRequest(
            new Caller.Settings(UserId.FIRST), new CallName(name), values, Optional.empty()),
        outcome -> {
          world.note("settings", device, name + " " + outcome.shortForm());
          if (outcome instanceof CallOutcome.Returned returned) {
            then.accept(returned.value());
          }
        });
  }
}
