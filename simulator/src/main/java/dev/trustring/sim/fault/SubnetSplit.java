package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.device.profile.Radio;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.TreeSet;

/**
 * Gives some devices of a network addresses of another subnet. Whose address changes loses all
 * peers of its Wi-Fi at once and finds anew those that it still reaches; the others notice nothing
 * until keep-alive runs out (trust-and-softbus §5.5).
 */
final class SubnetSplit implements FaultKind {

  private static final FaultSpec SPEC =
      FaultSpec.healing(
          "subnet-split",
          "Some devices of a Wi-Fi network get addresses of another subnet.",
          List.of(
              FaultParam.required("network", FaultParam.Type.NETWORK, "the Wi-Fi network"),
              FaultParam.required(
                  "devices", FaultParam.Type.DEVICES, "who is in the other subnet")));

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    String network = arguments.text("network");
    List<DeviceName> moved = arguments.devices("devices");
    world.topology().whereabouts().splitSubnet(network, new TreeSet<>(moved), arguments.cause());
    reconnect(world, arguments);
    return () -> {
      world.topology().whereabouts().endSplit(network, arguments.cause());
      reconnect(world, arguments);
    };
  }

  /** A change of address is a moment without Wi-Fi. */
  private static void reconnect(World world, FaultArguments arguments) {
    for (DeviceName device : arguments.devices("devices")) {
      world.radioOff(device, Radio.WIFI, arguments.cause());
      world.endRadioOff(device, Radio.WIFI, arguments.cause());
    }
    world.topologyChanged();
  }
}
