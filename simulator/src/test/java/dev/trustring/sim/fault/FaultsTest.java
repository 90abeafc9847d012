package dev.trustring.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.uptime.ServiceHealth;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.config.scenario.Step;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Origin;
import dev.trustring.kv.decision.Provenance;
import dev.trustring.sim.journal.Disk;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.net.Impairment;
import dev.trustring.sim.run.Tale;
import dev.trustring.sim.world.DenseHost;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of fault strikes and heals, also when another of its kind is in force. */
class FaultsTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final DeviceName WATCH = new DeviceName("watch");
  private static final List<String> ONE_WAY =
      List.of(
          "blackhole", "clog", "delay", "loss", "slow-tail", "duplicate", "reorder", "bandwidth");
  private static final List<String> ON_THEIR_OWN =
      List.of(
          "clock-skew",
          "clock-drift",
          "clock-strobe",
          "cut-handshake",
          "swizzle-clog",
          "logout",
          "uninstall",
          "switch-user",
          "data-service",
          "token-update-lost");
  private static final FactKey ONE = new FactKey("fault.one");
  private static final FactKey OTHER = new FactKey("fault.other");

  private final RunLoop loop = RunLoop.open(1);
  private final World world =
      new World(
          Tale.ofPhoneAndTablet()
              .device("watch", "kind: watch, level: SL1, account: acct-1")
              .network("room: { type: bluetooth, members: [phone, tablet, watch] }")
              .read(),
          new DenseHost(loop),
          StandardCalls.registry(),
          Provenance.NONE);
  private final List<String> noted = new ArrayList<>();

  @BeforeEach
  void switchOn() {
    world.watchedBy(happening -> noted.add(happening.kind() + " " + happening.detail()));
    world.powerOn(PHONE);
    world.powerOn(TABLET);
    loop.runFor(Duration.ofSeconds(1));
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** The kinds that stay until they heal and of which two can be in force at once. */
  static List<String> lasting() {
    return Faults.specs().stream()
        .filter(FaultSpec::canLast)
        .map(FaultSpec::kind)
        .filter(kind -> !ON_THEIR_OWN.contains(kind))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void strikesAndHeals(String kind) {
    BooleanSupplier isWhole = conditionOf(kind);
    assertThat(isWhole.getAsBoolean()).isTrue();

    Runnable heal = strike(kind, ONE);
    assertThat(isWhole.getAsBoolean()).isFalse();

    heal.run();
    assertThat(isWhole.getAsBoolean()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void lastsUntilTheLaterOfTwoEnds(String kind) {
    BooleanSupplier isWhole = conditionOf(kind);
    Runnable first = strike(kind, ONE);
    Runnable second = strike(kind, OTHER);

    first.run();
    assertThat(isWhole.getAsBoolean()).isFalse();

    second.run();
    assertThat(isWhole.getAsBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"partition", "ap-isolation", "subnet-split", "blackhole", "clog", "delay", "loss"})
  void isTakenAwayByHealAndItsOwnEndHurtsNoLaterFault(String kind) {
    Runnable ends = strike(kind, ONE);

    strike("heal", OTHER).run();
    assertThat(conditionOf(kind).getAsBoolean()).isTrue();

    strike(kind, OTHER);
    ends.run();
    assertThat(conditionOf(kind).getAsBoolean()).isFalse();
  }

  @Test
  void logsOutAndInToTheAccountOfTheBeginning() {
    Runnable ends = strike("logout", ONE);
    loop.runFor(Duration.ofSeconds(1));
    assertThat(noted).anyMatch(line -> line.startsWith("settings distributedAccount"));

    ends.run();
    loop.runFor(Duration.ofSeconds(1));
    assertThat(noted)
        .filteredOn(line -> line.startsWith("settings "))
        .last()
        .isEqualTo("settings distributedAccount.setOsAccountDistributedInfo ok");
  }

  @Test
  void removesAnAppAndBringsItBack() {
    Runnable ends = strike("uninstall", ONE);
    loop.runFor(Duration.ofSeconds(1));
    ends.run();
    loop.runFor(Duration.ofSeconds(1));

    assertThat(noted)
        .filteredOn(line -> line.startsWith("settings "))
        .last()
        .asString()
        .matches("settings installer.install [0-9]+");
  }

  @Test
  void switchesACrashedDeviceOnByARestart() {
    Runnable ends = strike("crash", ONE);

    strike("restart", OTHER).run();
    assertThat(world.isOn(TABLET)).isTrue();
    assertThat(world.boots(TABLET)).isEqualTo(2);

    strike("crash", OTHER);
    ends.run();
    assertThat(world.isOn(TABLET)).as("the end of the first crash").isFalse();
  }

  @Test
  void leavesADeviceThatIsOnAloneWhenARestartStrikes() {
    strike("restart", ONE).run();

    assertThat(world.boots(TABLET)).isOne();
  }

  @Test
  void revokesThroughThePlatformsOwnCall() {
    strike("revoke", arguments("revoke").put("app", "notes"), ONE).run();
    loop.runFor(Duration.ofSeconds(1));

    assertThat(noted).anyMatch(line -> line.startsWith("revoked "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"crash", "stop"})
  void bringsAPausedDeviceBackRunningAfterItWasSwitchedOff(String kind) {
    Runnable pauseEnds = strike("pause", ONE);

    strike(kind, OTHER).run();
    assertThat(world.topology().isPaused(TABLET)).isFalse();

    strike("pause", new FactKey("fault.third"));
    pauseEnds.run();
    assertThat(world.topology().isPaused(TABLET)).as("the end of the first pause").isTrue();
  }

  @Test
  void pausesNoDeviceThatIsOff() {
    strike("crash", ONE);

    strike("pause", OTHER);

    assertThat(world.topology().isPaused(TABLET)).isFalse();
  }

  @Test
  void switchesADeviceOffOnlyOnceItsLastWorkIsDone() {
    strike("stop", ONE);
    assertThat(noted).endsWith("power shutting down");
    assertThat(loop.power().isOn("tablet")).isTrue();

    loop.runFor(Duration.ofSeconds(1));

    assertThat(noted).endsWith("power off");
    assertThat(loop.power().isOn("tablet")).isFalse();
  }

  @Test
  void endsAShutdownAtOnceWhenTheDeviceIsSwitchedOnAgain() {
    strike("stop", ONE).run();

    assertThat(noted).endsWith("power shutting down", "power off", "power on, boot 2");
    loop.runFor(Duration.ofSeconds(2));
    assertThat(world.isOn(TABLET)).isTrue();
  }

  @Test
  void keepsADiskReadOnlyThatIsFullAsWell() {
    Runnable full = strike("disk-full", ONE);
    Runnable readOnly = strike("disk-read-only", OTHER);
    assertThat(world.ailments().diskOf(TABLET)).isEqualTo(DiskFault.READ_ONLY);

    readOnly.run();
    assertThat(world.ailments().diskOf(TABLET)).isEqualTo(DiskFault.FULL);

    full.run();
    assertThat(Disk.of(loop, "tablet").fault()).isEqualTo(DiskFault.NONE);
  }

  @Test
  void comesAndGoesUntilAFlappingEnds() {
    BooleanSupplier isWhole = conditionOf("flapping");
    Runnable heal = strike("flapping", ONE);

    loop.runFor(Duration.ofSeconds(2));
    assertThat(isWhole.getAsBoolean()).as("after the time of down").isTrue();
    loop.runFor(Duration.ofSeconds(3));
    assertThat(isWhole.getAsBoolean()).as("after the time of up").isFalse();

    heal.run();
    loop.runFor(Duration.ofSeconds(60));
    assertThat(isWhole.getAsBoolean()).as("after its end").isTrue();
  }

  @Test
  void clogsSomebodyForATimeAndFreesAllInTheEnd() {
    Runnable heal = strike("swizzle-clog", ONE);

    loop.runFor(Duration.ofSeconds(5));
    assertThat(clogged()).as("in the middle of ten seconds").isPositive();
    loop.runFor(Duration.ofSeconds(5));
    assertThat(clogged()).as("by itself").isZero();

    Runnable early = strike("swizzle-clog", OTHER);
    loop.runFor(Duration.ofSeconds(5));
    early.run();
    loop.runFor(Duration.ofSeconds(60));
    assertThat(clogged()).as("ended early").isZero();
    heal.run();
  }

  private long clogged() {
    List<DeviceName> all = List.of(PHONE, TABLET, WATCH);
    return all.stream()
        .flatMap(from -> all.stream().map(to -> new Direction(from, to)))
        .filter(world.topology()::isClogged)
        .count();
  }

  @Test
  void isAwakeAfterItWasSwitchedOffInItsSleep() {
    strike("sleep", ONE);
    assertThat(world.topology().isPaused(TABLET)).isTrue();

    strike("crash", OTHER).run();

    assertThat(world.topology().reaches(PHONE, TABLET)).isTrue();
    assertThat(world.topology().isPaused(TABLET)).isFalse();
  }

  @Test
  void missesNobodyButThoseOfTheOtherSubnetWhenItIsSplit() {
    strike("subnet-split", ONE);

    assertThat(world.topology().reaches(PHONE, TABLET)).as("over Bluetooth").isTrue();
    assertThat(world.topology().radiosOn(TABLET)).contains(Radio.WIFI);
  }

  @Test
  void losesItsAccessPointAsIfItsRadioWereOffWhenADeviceWalksAway() {
    Runnable heal = strike("walk-away", ONE);
    Runnable wifiOff = strike("wifi-off", OTHER);

    heal.run();
    assertThat(world.topology().radiosOn(TABLET)).doesNotContain(Radio.WIFI);

    wifiOff.run();
    assertThat(world.topology().radiosOn(TABLET)).contains(Radio.WIFI);
  }

  @Test
  void describesEveryKindInOneSentence() {
    assertThat(Faults.specs())
        .extracting(FaultSpec::meaning)
        .allMatch(meaning -> meaning.endsWith("."))
        .doesNotHaveDuplicates();
  }

  private Runnable strike(String kind, FactKey cause) {
    return strike(kind, arguments(kind), cause);
  }

  private Runnable strike(String kind, ObjectNode arguments, FactKey cause) {
    Step.Fault fault =
        new Step.Fault(
            Duration.ZERO,
            kind,
            arguments,
            Optional.of(Duration.ofSeconds(10)),
            new Origin("tale.yaml", 1, 1));
    return Faults.strike(world, fault, cause);
  }

  private BooleanSupplier conditionOf(String kind) {
    return switch (kind) {
      case "partition", "isolate", "flapping", "walk-away", "sleep", "one-way", "blackhole" ->
          () -> world.topology().reaches(PHONE, TABLET);
      case "partition-halves", "bridge" -> () -> world.topology().reaches(PHONE, WATCH);
      case "ap-isolation", "subnet-split" ->
          () -> world.topology().path(PHONE, TABLET, dev.trustring.device.net.Bearer.WIFI).isOpen();
      case "wifi-off" -> () -> world.topology().radiosOn(TABLET).contains(Radio.WIFI);
      case "bluetooth-off" -> () -> world.topology().radiosOn(TABLET).contains(Radio.BLUETOOTH);
      default -> conditionOfDevice(kind);
    };
  }

  private BooleanSupplier conditionOfDevice(String kind) {
    return switch (kind) {
      case "crash", "stop" -> () -> world.isOn(TABLET);
      case "clog" -> () -> !world.topology().isClogged(new Direction(PHONE, TABLET));
      case "delay", "loss", "slow-tail", "duplicate", "reorder", "bandwidth" ->
          () -> world.topology().impairment(PHONE, TABLET).equals(Impairment.NONE);
      case "screen-off" -> this::hasItsScreenOn;
      case "pause" -> () -> !world.topology().isPaused(TABLET);
      case "disk-full", "disk-read-only", "lost-writes", "torn-writes" ->
          () -> world.ailments().diskOf(TABLET) == DiskFault.NONE;
      case "permission-service" ->
          () -> world.ailments().permissionServiceOf(TABLET) == ServiceHealth.WELL;
      case "level-change" -> () -> world.ailments().levelOf(TABLET).isEmpty();
      case "device-manager" -> () -> !world.ailments().isDeviceManagerDead(TABLET);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private boolean hasItsScreenOn() {
    loop.runFor(Duration.ofSeconds(1));
    return !world.topology().screens().isOff(TABLET);
  }

  private static ObjectNode arguments(String kind) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    if (kind.equals("partition") || kind.equals("flapping")) {
      arguments.putArray("groups").add(names("phone")).add(names("tablet"));
      arguments.put("down", "PT2S").put("up", "PT3S");
    } else if (kind.equals("ap-isolation") || kind.equals("subnet-split")) {
      arguments.put("network", "home").putArray("devices").add("tablet");
    } else if (kind.equals("one-way")) {
      arguments.putArray("from").add("tablet");
      arguments.putArray("to").add("phone");
    } else if (ONE_WAY.contains(kind)) {
      arguments.put("from", "phone").put("to", "tablet");
      arguments.put("by", "PT1S").put("rate", 0.5).put("bytes", 9_000);
    } else {
      arguments.put("device", "tablet").put("app", "notes").put("level", "SL1");
    }
    return arguments;
  }

  private static com.fasterxml.jackson.databind.node.ArrayNode names(String name) {
    return JsonNodeFactory.instance.arrayNode().add(name);
  }
}
