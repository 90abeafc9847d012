package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import dev.trustring.trust.level.DeviceLevel;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has a device state another security level than it has. Its soft bus starts anew for that, so
 * peers see another node and its level; what the device itself takes for its level stays.
 */
final class LevelChange implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "level-change",
          List.of(
              FaultParam.required("device", FaultParam.Type.DEVICE, "the device"),
              FaultParam.word(
                  "level",
                  true,
                  Stream.of(DeviceLevel.values()).map(Enum::name).toList(),
                  "what its peers see")),
          true,
          "The device tells its peers another security level than it has.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    DeviceLevel level = DeviceLevel.parse(arguments.text("level")).orElseThrow();
    world.ailments().level(arguments.device(), level, arguments.cause());
    return () -> world.ailments().endLevel(arguments.device(), arguments.cause());
  }
}
