package dev.trustring.sim.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trustring.atm.token.UserId;
import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.call.Caller;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/**
 * Switches a device's screen off through the platform's own calls. It sends no heartbeats then, and
 * who has it over Bluetooth alone loses it (trust-and-softbus §6). A device that starts meanwhile
 * has its screen on.
 */
final class ScreenOff implements FaultKind {

  private static final FaultSpec SPEC =
      FaultSpec.healing(
          "screen-off",
          "The device's screen goes off, and with it the device's heartbeats.",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")));

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    DeviceName device = arguments.device();
    world.topology().screens().keepOff(device, arguments.cause());
    call(world, device, "power.suspend");
    return () -> {
      if (world.topology().screens().endOff(device, arguments.cause())) {
        call(world, device, "power.wakeup");
      }
    };
  }

  private static void call(World world, DeviceName device, String name) {
    world.call(
        device,
        new CallRequest(
            new Caller.Settings(UserId.FIRST),
            new CallName(name),
            JsonNodeFactory.instance.objectNode(),
            Optional.empty()),
        outcome -> {});
  }
}
