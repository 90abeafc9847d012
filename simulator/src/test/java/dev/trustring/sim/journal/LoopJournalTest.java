package dev.trustring.sim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.loop.SharedWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoopJournalTest {
  private static final String PHONE = "phone/ledger";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Ledger.Log log = new Ledger.Log();

  @Test
  void bringsAnActorBackAfterAPowerCut() {
    try (SharedWorld world = SharedWorld.seeded(1)) {
      ActorRef<Ledger.Command> ledger = startPhone(world);
      ledger.tell(new Ledger.Write(3));
      ledger.tell(new Ledger.Write(1));
      world.loop.runFor(SECOND);

      world.loop.power().powerOff("phone");
      world.loop.runFor(SECOND);
      startPhone(world);
      world.loop.runFor(SECOND);

      assertThat(log.recovered).containsExactly(List.of(), List.of(1, 2, 3, 4));
      assertThat(Disk.of(world.loop, "phone").events(PHONE)).containsExactly(entries(4).toArray());
    }
  }

  @Test
  void losesAWriteThatThePowerCutOvertakes() {
    try (SharedWorld world = SharedWorld.seeded(2)) {
      Disk disk = Disk.of(world.loop, "phone");
      disk.setWriteLatency(DiskLatency.micros(5_000, 5_000));
      ActorRef<Ledger.Command> ledger = startPhone(world);
      world.loop.runFor(SECOND);

      ledger.tell(new Ledger.Write(3));
      world.loop.runFor(Duration.ofMillis(4));
      world.loop.power().powerOff("phone");
      startPhone(world);
      world.loop.runFor(SECOND);

      assertThat(log.acknowledged).isEmpty();
      assertThat(log.recovered).containsExactly(List.of(), List.of());
      assertThat(disk.writesLost()).isEqualTo(1);
      assertThat(disk.highestSequenceNr(PHONE)).isZero();
    }
  }

  @Test
  void saysWhatIsOnDiskIfItsWriterStoodStillAndWasSwitchedOff() {
    try (SharedWorld world = SharedWorld.seeded(2)) {
      List<Object> untold = new ArrayList<>();
      Disk disk = Disk.of(world.loop, "phone");
      disk.setUntold((id, event) -> untold.add(event));
      disk.setWriteLatency(DiskLatency.micros(5_000, 5_000));
      ActorRef<Ledger.Command> ledger = startPhone(world);
      world.loop.runFor(SECOND);

      writeInAPause(world, ledger);
      world.loop.power().resume("phone");
      world.loop.runFor(SECOND);
      assertThat(untold).isEmpty();
      assertThat(log.acknowledged).containsExactly(1);

      writeInAPause(world, ledger);
      world.loop.power().powerOff("phone");
      assertThat(untold).isEqualTo(disk.events(PHONE).subList(1, 2));
      assertThat(log.acknowledged).containsExactly(1);
    }
  }

  private static void writeInAPause(SharedWorld world, ActorRef<Ledger.Command> ledger) {
    ledger.tell(new Ledger.Write(1));
    world.loop.runFor(Duration.ofMillis(1));
    world.loop.power().pause("phone");
    world.loop.runFor(SECOND);
  }

  @Test
  void keepsExactlyWhatWasDurableHoweverOftenThePowerFails() {
    long lost = IntStream.range(0, 60).mapToLong(this::crashRepeatedly).sum();

    assertThat(lost).as("writes overtaken by a cut, over all seeds").isGreaterThan(60);
  }

  private long crashRepeatedly(int seed) {
    try (SharedWorld world = SharedWorld.seeded(seed)) {
      Ledger.Log seen = new Ledger.Log();
      RandomGenerator random = world.loop.random().stream("test");
      for (int life = 0; life < 6; life++) {
        ActorRef<Ledger.Command> ledger = world.start("phone", Ledger.of(PHONE, world.loop, seen));
        for (int i = 0; i < 20; i++) {
          ledger.tell(new Ledger.Write(1 + random.nextInt(3)));
        }
        world.loop.runFor(Duration.ofNanos(random.nextLong(20_000_000)));
        world.loop.power().powerOff("phone");
        requireWhole(Disk.of(world.loop, "phone"), seen, "seed " + seed + ", life " + life);
      }
      return Disk.of(world.loop, "phone").writesLost();
    }
  }

  /** The disk holds 1..n without a gap, with all that was acknowledged or recovered among it. */
  private static void requireWhole(Disk disk, Ledger.Log seen, String when) {
    List<Object> durable = disk.events(PHONE);
    assertThat(durable).as(when).isEqualTo(entries(durable.size()));
    assertThat(durable)
        .as(when)
        .containsAll(seen.acknowledged.stream().map(Ledger.Entry::new).toList());
    if (!seen.recovered.isEmpty()) {
      List<Integer> last = seen.recovered.get(seen.recovered.size() - 1);
      assertThat(last).as(when).isEqualTo(numbers(last.size()));
      assertThat(last.size()).as(when).isLessThanOrEqualTo(durable.size());
    }
  }

  @Test
  void refusesNothingThatASuccessorWritesAtTheInstantOfTheCut() {
    for (int seed = 0; seed < 40; seed++) {
      try (SharedWorld world = SharedWorld.seeded(seed)) {
        ActorRef<Ledger.Command> ledger = startPhone(world);
        world.loop.runFor(SECOND);
        ledger.tell(new Ledger.Write(1));
        long tasks = world.loop.tasksRun() + 1 + seed % 5;
        world.loop.runWhile(() -> world.loop.tasksRun() < tasks, Duration.ZERO);

        world.loop.power().powerOff("phone");
        startPhone(world).tell(new Ledger.Write(1));
        world.loop.runFor(SECOND);

        assertThat(Disk.of(world.loop, "phone").events(PHONE)).isEqualTo(entries(1));
      }
    }
  }

  @Test
  void letsNoSlowDiskDelayAnotherNode() {
    try (SharedWorld world = SharedWorld.seeded(4)) {
      Disk.of(world.loop, "phone").setWriteLatency(DiskLatency.micros(9_000_000, 9_000_000));
      Ledger.Log watchLog = new Ledger.Log();
      ActorRef<Ledger.Command> phone = startPhone(world);
      ActorRef<Ledger.Command> watch =
          world.start("watch", Ledger.of("watch/ledger", world.loop, watchLog));

      phone.tell(new Ledger.Write(1));
      watch.tell(new Ledger.Write(1));
      world.loop.runFor(SECOND);

      assertThat(watchLog.acknowledged).containsExactly(1);
      assertThat(log.acknowledged).isEmpty();
      world.loop.runFor(SECOND.multipliedBy(9));
      assertThat(log.acknowledged).containsExactly(1);
    }
  }

  @Test
  void letsNoNewLifeWaitForTheWritesOfTheLast() {
    try (SharedWorld world = SharedWorld.seeded(4)) {
      Disk disk = Disk.of(world.loop, "phone");
      disk.setWriteLatency(DiskLatency.micros(9_000_000, 9_000_000));
      ActorRef<Ledger.Command> phone = startPhone(world);
      world.loop.runFor(SECOND);
      phone.tell(new Ledger.Write(1));
      world.loop.runFor(SECOND);

      world.loop.power().powerOff("phone");
      disk.setWriteLatency(DiskLatency.micros(200, 2_000));
      startPhone(world).tell(new Ledger.Write(1));
      world.loop.runFor(SECOND);

      assertThat(log.acknowledged).containsExactly(1);
    }
  }

  @Test
  void keepsTheWriteOrderOfANodeAcrossItsActors() {
    try (SharedWorld world = SharedWorld.seeded(5)) {
      Disk disk = Disk.of(world.loop, "phone");
      StringBuilder order = new StringBuilder();
      for (char letter = 'a'; letter <= 'z'; letter++) {
        char written = letter;
        disk.whenWritten(world.loop.power().current("phone"), () -> order.append(written));
      }

      world.loop.runFor(SECOND);

      assertThat(order).hasToString("abcdefghijklmnopqrstuvwxyz");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WRITES_FAIL", "FULL"})
  void stopsTheActorWhoseDiskRefuses(DiskFault fault) {
    try (SharedWorld world = SharedWorld.seeded(6)) {
      Disk disk = Disk.of(world.loop, "phone");
      ActorRef<Ledger.Command> ledger = startPhone(world);
      ledger.tell(new Ledger.Write(2));
      world.loop.runFor(SECOND);

      disk.setFault(fault);
      ledger.tell(new Ledger.Write(1));
      world.loop.runFor(SECOND);
      disk.setFault(DiskFault.NONE);
      world.loop.power().powerOff("phone");
      startPhone(world).tell(new Ledger.Write(1));
      world.loop.runFor(SECOND);

      assertThat(log.acknowledged).containsExactly(1, 2, 3);
      assertThat(log.recovered).containsExactly(List.of(), List.of(1, 2));
      assertThat(disk.writesLost()).isZero();
    }
  }

  @Test
  void recoversFromSnapshotAndTheEventsAfterIt() {
    try (SharedWorld world = SharedWorld.seeded(7)) {
      ActorRef<Ledger.Command> ledger =
          world.start("phone", Ledger.withSnapshots(PHONE, world.loop, log));
      for (int i = 0; i < 25; i++) {
        ledger.tell(new Ledger.Write(1));
      }
      world.loop.runFor(SECOND);

      Disk disk = Disk.of(world.loop, "phone");
      assertThat(log.snapshots).isEqualTo(2);
      assertThat(disk.events(PHONE)).hasSizeLessThan(25);
      assertThat(disk.highestSequenceNr(PHONE)).isEqualTo(25);
      world.loop.power().powerOff("phone");
      world.start("phone", Ledger.withSnapshots(PHONE, world.loop, log));
      world.loop.runFor(SECOND);

      assertThat(log.recovered).containsExactly(List.of(), numbers(25));
    }
  }

  @Test
  void startsAnewAfterTheDiskWasWiped() {
    try (SharedWorld world = SharedWorld.seeded(8)) {
      Disk disk = Disk.of(world.loop, "phone");
      startPhone(world).tell(new Ledger.Write(2));
      world.loop.runFor(SECOND);
      assertThatThrownBy(disk::wipe).hasMessageContaining("phone is on");

      world.loop.power().powerOff("phone");
      disk.wipe();
      startPhone(world).tell(new Ledger.Write(1));
      world.loop.runFor(SECOND);

      assertThat(log.recovered).containsExactly(List.of(), List.of());
      assertThat(disk.persistenceIds()).containsExactly(PHONE);
      assertThat(disk.events(PHONE)).isEqualTo(entries(1));
    }
  }

  @Test
  void failsTheRunWhenOneIdIsWrittenByTwo() {
    try (RunLoop loop = RunLoop.open(9)) {
      ActorSystem<Ledger.Command> one = system(loop, "one");
      ActorSystem<Ledger.Command> two = system(loop, "two");
      loop.runFor(SECOND);

      one.tell(new Ledger.Write(1));
      two.tell(new Ledger.Write(1));

      assertThatThrownBy(() -> loop.runFor(SECOND)).hasMessageContaining("running twice");
    }
  }

  private ActorSystem<Ledger.Command> system(RunLoop loop, String name) {
    return loop.inside(
        () -> ActorSystem.create(Ledger.of(PHONE, loop, log), name, LoopConfig.shared(loop)));
  }

  @Test
  void outlivesTheActorSystemOfANode() {
    try (RunLoop loop = RunLoop.open(10)) {
      for (int life = 0; life < 3; life++) {
        Incarnation phone = loop.power().powerOn("phone");
        ActorSystem<Ledger.Command> system =
            loop.inside(
                () ->
                    ActorSystem.create(
                        Ledger.of(PHONE, loop, log), "phone", LoopConfig.ofNode(loop, phone)));
        system.tell(new Ledger.Write(1));
        loop.runFor(SECOND);
        system.tell(new Ledger.Write(1));
        loop.power().powerOff("phone");
        loop.runFor(SECOND);
      }

      assertThat(log.recovered).containsExactly(numbers(0), numbers(1), numbers(2));
      assertThat(log.acknowledged).containsExactly(1, 2, 3);
      assertThat(loop.foreignSubmits()).isZero();
    }
  }

  private ActorRef<Ledger.Command> startPhone(SharedWorld world) {
    return world.start("phone", Ledger.of(PHONE, world.loop, log));
  }

  private static List<Object> entries(int count) {
    return List.copyOf(numbers(count).stream().map(Ledger.Entry::new).toList());
  }

  private static List<Integer> numbers(int count) {
    return IntStream.rangeClosed(1, count).boxed().toList();
  }
}
