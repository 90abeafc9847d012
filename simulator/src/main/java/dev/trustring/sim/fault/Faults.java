package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.config.scenario.Step;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.world.World;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of fault. */
public final class Faults {

  private static final List<FaultKind> ALL =
      Stream.of(ofNetworks(), ofDevices(), LinkAilment.all(), ofData())
          .flatMap(List::stream)
          .toList();

  private Faults() {}

  private static List<FaultKind> ofNetworks() {
    return List.of(
        new Partition(),
        Cut.halves(),
        Cut.isolate(),
        Cut.bridge(),
        new Flapping(),
        new Heal(),
        new ApIsolation(),
        new SubnetSplit(),
        new WalkAway(),
        new Blackhole(),
        new OneWayReach(),
        new CutHandshake(),
        new Clog(),
        new SwizzleClog());
  }

  private static List<FaultKind> ofDevices() {
    return List.of(
        new Sleep(),
        new ScreenOff(),
        new BluetoothOff(),
        new WifiOff(),
        new Crash(),
        new Restart(),
        new Revoke(),
        new Logout(),
        new UninstallApp(),
        new SwitchUser(),
        new OneSidedUnbind(),
        new LevelChange(),
        new TokenUpdateLost(),
        new ClockSkew(),
        new ClockDrift(),
        new ClockStrobe(),
        new Stop(),
        new Pause(),
        DiskAilment.full(),
        DiskAilment.readOnly(),
        DiskAilment.losing(),
        DiskAilment.tearing(),
        new PermissionService(),
        new DeviceManagerService());
  }

  private static List<FaultKind> ofData() {
    return List.of(new DamageFile(), new DataService());
  }

  /** What scenarios may name. */
  public static List<FaultSpec> specs() {
    return ALL.stream().map(FaultKind::spec).toList();
  }

  /**
   * Strikes, and answers with what takes the fault away again.
   *
   * @param cause the name under which evidence speaks of this fault
   */
  public static Runnable strike(World world, Step.Fault fault, FactKey cause) {
    return ALL.stream()
        .filter(candidate -> candidate.spec().kind().equals(fault.kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no fault " + fault.kind()))
        .strike(world, new FaultArguments(fault.arguments(), cause, fault.lasts()));
  }
}
