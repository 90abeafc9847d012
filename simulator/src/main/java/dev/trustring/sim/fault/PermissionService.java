package dev.trustring.sim.fault;

import dev.trustring.atm.uptime.ServiceHealth;
import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/** Keeps a device's AccessTokenManager from serving anybody (access-token §4.1). */
final class PermissionService implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "permission-service",
          List.of(
              FaultParam.required("device", FaultParam.Type.DEVICE, "the device"),
              FaultParam.word(
                  "state",
                  false,
                  List.of(ServiceHealth.GONE.word(), ServiceHealth.OUT_OF_MEMORY.word()),
                  "gone if not given, so that calls fail with 12100007; with 12100008 if"
                      + " out-of-memory")),
          true,
          "The device's permission service serves nobody: calls fail, permissions verify denied.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    ServiceHealth illness =
        arguments.text("state", ServiceHealth.GONE.word()).equals(ServiceHealth.GONE.word())
            ? ServiceHealth.GONE
            : ServiceHealth.OUT_OF_MEMORY;
    world.ailments().permissionService(arguments.device(), illness, arguments.cause());
    return () ->
        world.ailments().endPermissionService(arguments.device(), illness, arguments.cause());
  }
}
