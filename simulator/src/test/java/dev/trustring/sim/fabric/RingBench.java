package dev.trustring.sim.fabric;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import dev.trustring.sim.loop.ClusterNode;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.RunLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures rings of five on the loop: {@code RingBench [rings]}. Prints how long they take to come
 * up, how fast they idle, and the heap. Needs the JVM options of the tests.
 */
public final class RingBench {
  private static final int MEMBERS = 5;
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final int REPEATS = 5;
  private static final int MEGABYTE_BITS = 20;

  private final RunLoop loop = RunLoop.open(1);
  private final List<ActorSystem<Object>> systems = new ArrayList<>();

  private RingBench() {}

  public static void main(String[] arguments) {
    int rings = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
    RingBench bench = new RingBench();
    bench.measure("create " + rings + " rings", () -> bench.create(rings));
    bench.measure("all up", bench::comeUp);
    System.gc();
    Runtime jvm = Runtime.getRuntime();
    System.out.printf("heap %d MB%n", (jvm.totalMemory() - jvm.freeMemory()) >> MEGABYTE_BITS);
    for (int i = 0; i < REPEATS; i++) {
      bench.measure("idle", () -> bench.loop.runFor(IDLE));
    }
  }

  private void measure(String what, Runnable work) {
    long before = System.nanoTime();
    long virtualBefore = loop.nowNanos();
    work.run();
    double wall = (System.nanoTime() - before) / 1e9;
    double virtual = (loop.nowNanos() - virtualBefore) / 1e9;
    System.out.printf(
        "%s: %.2f s, %.1f virtual s (%.0f times real time)%n", what, wall, virtual, virtual / wall);
  }

  private void create(int rings) {
    for (int i = 0; i < rings * MEMBERS; i++) {
      Incarnation life = loop.power().powerOn("device-" + i);
      ClusterNode node = ClusterNode.of("ring-" + i / MEMBERS, "device-" + i);
      systems.add(
          loop.inside(
              () ->
                  ActorSystem.create(
                      Behaviors.empty(),
                      node.systemName(),
                      LoopConfig.clustered(loop, life, node))));
    }
  }

  private void comeUp() {
    for (int i = 0; i < systems.size(); i++) {
      Cluster first = Cluster.get(systems.get(i - i % MEMBERS));
      Cluster self = Cluster.get(systems.get(i));
      loop.inside(
          () -> {
            self.manager().tell(new Join(first.selfMember().address()));
            return true;
          });
    }
    while (!systems.stream().allMatch(RingBench::seesAllUp)) {
      loop.runFor(TICK);
    }
  }

  private static boolean seesAllUp(ActorSystem<Object> system) {
    int up = 0;
    for (var member : Cluster.get(system).state().getMembers()) {
      up += member.status() == MemberStatus.up() ? 1 : 0;
    }
    return up == MEMBERS;
  }
}
