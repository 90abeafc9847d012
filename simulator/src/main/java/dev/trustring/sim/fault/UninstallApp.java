package dev.trustring.sim.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/** The person removes an app, and with it what it was granted; healing is installing it again. */
final class UninstallApp implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "uninstall",
          List.of(
              FaultParam.required("device", FaultParam.Type.DEVICE, "the device"),
              FaultParam.required("app", FaultParam.Type.APP, "the app")),
          true,
          "The person removes an app; when it comes back nothing is granted to it any more.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    ObjectNode values = JsonNodeFactory.instance.objectNode().put("app", arguments.text("app"));
    Settings.call(world, arguments.device(), "installer.uninstall", values);
    return () -> Settings.call(world, arguments.device(), "installer.install", values);
  }
}
