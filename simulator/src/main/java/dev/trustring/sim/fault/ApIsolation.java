package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import java.util.List;

/** Makes an access point keep its clients apart. */
final class ApIsolation implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "ap-isolation",
          List.of(FaultParam.required("network", FaultParam.Type.NETWORK, "the Wi-Fi network")),
          true,
          "The access point keeps its clients apart, as guest networks do.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    String network = arguments.text("network");
    world.topology().isolate(network, arguments.cause());
    world.topologyChanged();
    return () -> {
      world.topology().endIsolation(network, arguments.cause());
      world.topologyChanged();
    };
  }
}
