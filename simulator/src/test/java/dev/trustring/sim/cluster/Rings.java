package dev.trustring.sim.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.token.UserId;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.call.Caller;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Provenance;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.world.Happening;
import dev.trustring.sim.world.VirtualHost;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Devices of a scenario on the virtual host, all logged in to the account that it gives them. */
final class Rings implements AutoCloseable {

  private static final FactKey CUT = new FactKey("test.cut");

  private final Scenario scenario;
  private final RunLoop loop;
  private final World world;
  private final List<String> heard = new ArrayList<>();

  Rings(Scenario scenario) {
    this.scenario = scenario;
    this.loop = RunLoop.open(scenario.seed());
    this.world =
        new World(
            scenario,
            new VirtualHost(loop, scenario.downing()),
            StandardCalls.registry(),
            Provenance.NONE);
    world.watchedBy(
        happening -> {
          if (happening instanceof Happening.PeerState state) {
            heard.add(state.device() + ": " + state.detail());
          }
        });
  }

  /** Switches all on and logs each in to its account. */
  Rings on() {
    scenario.devices().forEach(device -> world.powerOn(device.profile().name()));
    scenario
        .devices()
        .forEach(device -> login(device.profile().name(), account(device.profile().name())));
    return this;
  }

  private Optional<String> account(DeviceName name) {
    return scenario.devices().stream()
        .filter(device -> device.profile().name().equals(name))
        .findFirst()
        .flatMap(device -> device.profile().account())
        .map(id -> id.value());
  }

  private void login(DeviceName device, Optional<String> account) {
    account.ifPresent(id -> account(device, "LOGIN", id));
  }

  Rings logout(String device) {
    account(new DeviceName(device), "LOGOUT", "");
    return this;
  }

  private void account(DeviceName device, String event, String id) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    arguments.put("event", "Ohos.account.event." + event);
    if (!id.isEmpty()) {
      arguments.put("accountId", id);
    }
    world.call(
        device,
        new CallRequest(
            new Caller.Settings(UserId.FIRST),
            new CallName("distributedAccount.setOsAccountDistributedInfo"),
            arguments,
            Optional.empty()),
        outcome -> {});
  }

  Rings tell(String device, DeviceActor.Message message) {
    world.tell(new DeviceName(device), message);
    return this;
  }

  /** Keeps the groups apart; whoever is in none reaches everybody. */
  Rings cut(List<String> one, List<String> other) {
    List<Set<DeviceName>> apart = new ArrayList<>();
    for (List<String> group : List.of(one, other)) {
      Set<DeviceName> names = new LinkedHashSet<>();
      group.forEach(name -> names.add(new DeviceName(name)));
      apart.add(names);
    }
    world.topology().partition(CUT, apart);
    world.topologyChanged();
    return this;
  }

  Rings heal() {
    world.topology().join(CUT);
    world.topologyChanged();
    return this;
  }

  Rings crash(String device) {
    world.powerOff(new DeviceName(device), CUT);
    return this;
  }

  Rings returns(String device) {
    world.powerOn(new DeviceName(device));
    return this;
  }

  Rings after(Duration time) {
    loop.runFor(time);
    return this;
  }

  /** What devices said of their peers since this was asked last. */
  List<String> news() {
    List<String> news = List.copyOf(heard);
    heard.clear();
    return news;
  }

  /** The peers that a device sees in its rings, with the status of the member. */
  Map<String, String> seenBy(String device) {
    Map<String, String> seen = new TreeMap<>();
    world
        .ringStatus(new DeviceName(device))
        .values()
        .forEach(peers -> peers.forEach((peer, status) -> seen.put(peer.value(), status)));
    return seen;
  }

  RunLoop loop() {
    return loop;
  }

  World world() {
    return world;
  }

  @Override
  public void close() {
    world.close();
  }
}
