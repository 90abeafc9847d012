package dev.trustring.sim.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.token.UserId;
import dev.trustring.config.scenario.Device;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import dev.trustring.config.scenario.Vocabulary;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.call.Caller;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.sim.world.Happening;
import dev.trustring.sim.world.Host;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** Devices of one account in one Wi-Fi without delay, and one app on all of them. */
final class Home implements AutoCloseable {

  private static final String APP = "notes";
  private static final String TEXT =
      """
      trustring: 1
      title: a home to measure
      seed: 1
      apps:
        notes:
          bundle: com.example.notes
          signing: acme
          permissions: [ohos.permission.DISTRIBUTED_DATASYNC]
      devices:
      %snetworks:
        home: { type: wifi, members: [%s], latency: 0ms }
      """;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final World world;
  private final List<DeviceName> devices;
  private final Map<DeviceName, TreeSet<DeviceName>> online = new TreeMap<>();
  private int unanswered;

  Home(Scenario scenario, Host host) {
    this.world = new World(scenario, host, StandardCalls.registry(), scenario.provenance());
    this.devices = scenario.deviceNames();
    devices.forEach(device -> online.put(device, new TreeSet<>()));
    world.watchedBy(this::watch);
  }

  /** The story of such a home, to which nothing happens. */
  static Scenario scenario(int devices, Vocabulary words) {
    StringBuilder lines = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (int i = 1; i <= devices; i++) {
      String name = String.format(Locale.ROOT, "phone-%03d", i);
      lines.append("  " + name + ": { kind: phone, level: SL3, account: acct-1, apps: [notes] }\n");
      names.append(i == 1 ? "" : ", ").append(name);
    }
    return ScenarioReader.read("home.yaml", TEXT.formatted(lines, names), Path.of(""), words);
  }

  World world() {
    return world;
  }

  List<DeviceName> devices() {
    return devices;
  }

  private void watch(Happening happening) {
    if (happening instanceof Happening.PeerState peer) {
      TreeSet<DeviceName> seen = online.getOrDefault(peer.device(), new TreeSet<>());
      if (peer.online()) {
        seen.add(peer.peer());
      } else {
        seen.remove(peer.peer());
      }
    }
  }

  /** Switches all devices on, installs the app and logs everybody in. */
  void switchOn() {
    devices.forEach(world::powerOn);
    Caller settings = new Caller.Settings(UserId.FIRST);
    for (Device device : world.scenario().devices()) {
      DeviceName name = device.profile().name();
      call(name, settings, "installer.install", object().put("app", APP));
    }
    await("all apps to be installed", () -> unanswered == 0);
    for (Device device : world.scenario().devices()) {
      ObjectNode login =
          object()
              .put("event", "Ohos.account.event.LOGIN")
              .put("accountId", device.profile().account().orElseThrow().value());
      call(
          device.profile().name(),
          settings,
          "distributedAccount.setOsAccountDistributedInfo",
          login);
    }
  }

  /** How many devices are online at others, over all devices. */
  int onlinePairs() {
    return online.values().stream().mapToInt(TreeSet::size).sum();
  }

  boolean allOnline() {
    return onlinePairs() == devices.size() * (devices.size() - 1);
  }

  /** The app asks everywhere for the permission to sync, and is given it. */
  void grant() {
    ObjectNode wanted = object();
    wanted.putArray("permissionList").add("ohos.permission.DISTRIBUTED_DATASYNC");
    everywhere("abilityAccessCtrl.requestPermissionsFromUser", wanted);
  }

  /** The app opens a store on every device. */
  void open(String store) {
    ObjectNode opening = object().put("storeId", store);
    opening.putObject("options").put("securityLevel", "S1").put("kvStoreType", "SINGLE_VERSION");
    everywhere("distributedKVStore.getKVStore", opening);
  }

  private void everywhere(String call, ObjectNode arguments) {
    devices.forEach(device -> call(device, app(), call, arguments));
    await(call + " to be answered", () -> unanswered == 0);
  }

  Caller app() {
    return new Caller.App(world.app(APP).contents(), UserId.FIRST, 0);
  }

  private void call(DeviceName device, Caller caller, String name, ObjectNode arguments) {
    unanswered++;
    call(device, caller, name, arguments, () -> unanswered--);
  }

  /** Makes a call, goes on when it has returned, and ends the benchmark when it throws. */
  void call(DeviceName device, Caller caller, String name, ObjectNode arguments, Runnable then) {
    world.call(
        device,
        new CallRequest(caller, new CallName(name), arguments, Optional.empty()),
        outcome -> {
          if (outcome instanceof CallOutcome.Threw threw) {
            throw new BenchException(device + ": " + name + " threw " + threw.shortForm());
          }
          then.run();
        });
  }

  /** Lets the world go on until it is so. */
  void await(String what, BooleanSupplier done) {
    if (!world.agenda().runWhile(() -> !done.getAsBoolean(), PATIENCE)) {
      throw new BenchException("waited " + PATIENCE.toSeconds() + " s for " + what);
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    world.close();
  }
}
