package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.kv.store.StoreId;
import dev.trustring.sim.world.World;
import java.util.List;
import java.util.Optional;

/**
 * Damages the files of an app's stores, of the user in front (kv-store §6). The damage is on the
 * disk: it outlives the power, and a device that is off finds it when it starts. A store that was
 * never opened has no file, and a disk that takes no writes is not written to by this either.
 */
final class DamageFile implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "damage-file",
          List.of(
              FaultParam.required("device", FaultParam.Type.DEVICE, "the device"),
              FaultParam.required("app", FaultParam.Type.APP, "the app"),
              FaultParam.optional(
                  "store", FaultParam.Type.TEXT, "the store; all of the app's if not given")),
          false,
          "The file of a store is damaged: its calls fail with 15100003 until it is made anew.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    Optional<StoreId> store =
        arguments.has("store")
            ? Optional.of(new StoreId(arguments.text("store")))
            : Optional.empty();
    world
        .ailments()
        .damageFile(
            arguments.device(), world.app(arguments.text("app")).contents().bundle(), store);
    return () -> {};
  }
}
