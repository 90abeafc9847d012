package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Ready-made partitions: who is cut off from whom follows from all devices of the story. */
final class Cut implements FaultKind {

  /** Who is on which side. */
  private interface Sides
      extends BiFunction<List<DeviceName>, FaultArguments, List<List<DeviceName>>> {}

  private final FaultSpec spec;
  private final Sides sides;

  private Cut(String kind, String meaning, List<FaultParam> params, Sides sides) {
    this.spec = FaultSpec.healing(kind, meaning, params);
    this.sides = sides;
  }

  static Cut halves() {
    return new Cut(
        "partition-halves",
        "Cuts every bearer between the first and the second half of the devices.",
        List.of(
            FaultParam.optional(
                "devices",
                FaultParam.Type.DEVICES,
                "who is halved, in the order of the file; all devices if not given")),
        (all, arguments) -> halved(arguments.has("devices") ? arguments.devices("devices") : all));
  }

  static Cut isolate() {
    return new Cut(
        "isolate",
        "Cuts every bearer between one device and all others.",
        List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device that is alone")),
        (all, arguments) -> List.of(List.of(arguments.device()), without(arguments.device(), all)));
  }

  static Cut bridge() {
    return new Cut(
        "bridge",
        "Cuts the others into two halves that reach nobody in common but one device, the bridge.",
        List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the bridge")),
        (all, arguments) -> halved(without(arguments.device(), all)));
  }

  /** The first half is the larger one. */
  private static List<List<DeviceName>> halved(List<DeviceName> devices) {
    int middle = (devices.size() + 1) / 2;
    return List.of(devices.subList(0, middle), devices.subList(middle, devices.size()));
  }

  private static List<DeviceName> without(DeviceName device, List<DeviceName> all) {
    return all.stream().filter(other -> !other.equals(device)).toList();
  }

  @Override
  public FaultSpec spec() {
    return spec;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    List<DeviceName> all = world.scenario().deviceNames();
    List<Set<DeviceName>> groups =
        sides.apply(all, arguments).stream().<Set<DeviceName>>map(TreeSet::new).toList();
    return Partition.between(groups, world, arguments.cause());
  }
}
