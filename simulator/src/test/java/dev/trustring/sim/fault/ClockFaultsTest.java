package dev.trustring.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.scenario.Step;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Origin;
import dev.trustring.kv.decision.Provenance;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.run.Tale;
import dev.trustring.sim.world.DenseHost;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of clocks, and of disks that keep silent until the power goes. */
class ClockFaultsTest {

  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final FactKey ONE = new FactKey("fault.one");
  private static final FactKey OTHER = new FactKey("fault.other");

  private final RunLoop loop = RunLoop.open(1);
  private final World world =
      new World(
          Tale.ofPhoneAndTablet().read(),
          new DenseHost(loop),
          StandardCalls.registry(),
          Provenance.NONE);

  @BeforeEach
  void switchOn() {
    world.powerOn(TABLET);
    loop.runFor(Duration.ofSeconds(1));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void setsAClockAndSetsItBack() {
    ObjectNode hour = tablet().put("by", "PT1H");

    Runnable heal = strike("clock-skew", hour, ONE);
    assertThat(world.clocks().shown(TABLET)).isEqualTo(loop.now().plusSeconds(3600));

    heal.run();
    assertThat(world.clocks().shown(TABLET)).isEqualTo(loop.now());
  }

  @Test
  void letsAClockDriftAndSetsItRight() {
    ObjectNode slow = tablet().put("ppm", 1_000).put("runs", "slow");
    ObjectNode fast = tablet().put("ppm", 3_000);

    Runnable slowEnds = strike("clock-drift", slow, ONE);
    Runnable fastEnds = strike("clock-drift", fast, OTHER);
    loop.runFor(Duration.ofSeconds(100));
    assertThat(world.clocks().shown(TABLET)).isEqualTo(loop.now().plusMillis(200));

    slowEnds.run();
    fastEnds.run();
    loop.runFor(Duration.ofSeconds(100));
    assertThat(world.clocks().shown(TABLET)).isEqualTo(loop.now());
  }

  @Test
  void stopsAClockAtMostAndNeverTurnsItBack() {
    strike("clock-drift", tablet().put("ppm", 5_000_000).put("runs", "slow"), ONE);
    Instant before = world.clocks().shown(TABLET);

    loop.runFor(Duration.ofSeconds(10));

    assertThat(world.clocks().shown(TABLET)).isEqualTo(before);
  }

  @Test
  void setsAClockToAndFro() {
    Runnable ends = strike("clock-strobe", tablet().put("by", "PT9S").put("every", "PT2S"), ONE);
    List<Instant> shown = new ArrayList<>();
    for (int second = 0; second < 5; second++) {
      shown.add(world.clocks().shown(TABLET).minusSeconds(second));
      loop.runFor(Duration.ofSeconds(1));
    }
    Instant begun = loop.now().minusSeconds(5);

    assertThat(shown)
        .extracting(time -> Duration.between(begun, time).toSeconds())
        .containsExactly(9L, 9L, 0L, 0L, 9L);
    ends.run();
    loop.runFor(Duration.ofSeconds(9));
    assertThat(world.clocks().shown(TABLET)).isEqualTo(loop.now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost-writes", "torn-writes"})
  void cutsThePowerAtTheEndOfASilentDisk(String kind) {
    Runnable ends = strike(kind, tablet(), ONE);
    assertThat(world.boots(TABLET)).isOne();

    ends.run();
    assertThat(world.isOn(TABLET)).isTrue();
    assertThat(world.boots(TABLET)).isEqualTo(2);
  }

  @Test
  void leavesADeviceOffThatWasOffAtTheEndOfASilentDisk() {
    Runnable ends = strike("lost-writes", tablet(), ONE);
    strike("crash", tablet(), OTHER);

    ends.run();

    assertThat(world.isOn(TABLET)).isFalse();
  }

  private static ObjectNode tablet() {
    return JsonNodeFactory.instance.objectNode().put("device", "tablet");
  }

  private Runnable strike(String kind, ObjectNode arguments, FactKey cause) {
    Step.Fault fault =
        new Step.Fault(
            Duration.ZERO, kind, arguments, Optional.empty(), new Origin("tale.yaml", 1, 1));
    return Faults.strike(world, fault, cause);
  }
}
