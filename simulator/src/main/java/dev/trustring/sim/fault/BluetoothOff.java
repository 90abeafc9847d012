package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.device.profile.Radio;
import dev.trustring.sim.world.World;
import java.util.List;

/** Switches a device's Bluetooth off. */
final class BluetoothOff implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "bluetooth-off",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
          true,
          "The device switches its Bluetooth off.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    world.radioOff(arguments.device(), Radio.BLUETOOTH, arguments.cause());
    return () -> world.endRadioOff(arguments.device(), Radio.BLUETOOTH, arguments.cause());
  }
}
