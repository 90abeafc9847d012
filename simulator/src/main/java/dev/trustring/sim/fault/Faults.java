package dev.trustring.sim.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.world.World;
import java.util.List;

/** Every kind of fault. */
public final class Faults {

  private static final List<FaultKind> ALL =
      List.of(
          new Partition(),
          new Heal(),
          new ApIsolation(),
          new BluetoothOff(),
          new WifiOff(),
          new Crash(),
          new Restart(),
          new Revoke(),
          new ClockSkew(),
          new Blackhole(),
          new Delay(),
          new Loss(),
          new Stop(),
          new Pause(),
          DiskAilment.full(),
          DiskAilment.readOnly(),
          new PermissionService());

  private Faults() {}

  /** What scenarios may name. */
  public static List<FaultSpec> specs() {
    return ALL.stream().map(FaultKind::spec).toList();
  }

  /**
   * Strikes, and answers with what takes the fault away again.
   *
   * @param cause the name under which evidence speaks of this fault
   */
  public static Runnable strike(World world, String kind, ObjectNode arguments, FactKey cause) {
    return ALL.stream()
        .filter(candidate -> candidate.spec().kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no fault " + kind))
        .strike(world, new FaultArguments(arguments, cause));
  }
}
