package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.App;
import dev.trustring.config.scenario.Bond;
import dev.trustring.config.scenario.Network;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Step;
import dev.trustring.device.profile.Radio;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who and what there is in a story to draw from. */
final class Cast {

  /** A store of an app. */
  record Store(String app, String id) {}

  /** So many are too many for everybody to sync with everybody. */
  private static final int CROWD = 8;

  private final Scenario scenario;

  Cast(Scenario scenario) {
    this.scenario = scenario;
  }

  List<String> devices() {
    return scenario.devices().stream().map(device -> device.profile().name().value()).toList();
  }

  /** The devices that have the app from the beginning. */
  List<String> having(String app) {
    return scenario.devices().stream()
        .filter(device -> device.apps().contains(app))
        .map(device -> device.profile().name().value())
        .toList();
  }

  /**
   * With whom a device may sync: all who have the app, or in a crowd those who are in a network of
   * its own.
   */
  List<String> partners(String device, String app) {
    List<String> others = new ArrayList<>(having(app));
    others.remove(device);
    if (others.size() < CROWD) {
      return others;
    }
    Set<String> near =
        scenario.networks().stream()
            .map(network -> membersOf(network.name()))
            .filter(members -> members.contains(device))
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    return others.stream().filter(near::contains).toList();
  }

  /** The apps of which some device has one from the beginning. */
  List<String> apps() {
    return scenario.apps().stream()
        .map(App::alias)
        .filter(alias -> !having(alias).isEmpty())
        .toList();
  }

  /** The apps that a device has from the beginning. */
  List<String> appsOn(String device) {
    return apps().stream().filter(app -> having(app).contains(device)).toList();
  }

  /** The stores that two devices or more could share. */
  List<Store> stores() {
    List<Store> stores = new ArrayList<>();
    for (App app : scenario.apps()) {
      if (having(app.alias()).size() > 1) {
        app.stores().keySet().forEach(id -> stores.add(new Store(app.alias(), id)));
      }
    }
    return stores;
  }

  /** How many steps of the story open a store of that app. */
  long openings(Store store) {
    return scenario.timeline().stream()
        .filter(step -> step instanceof Step.Call call && isOpening(call, store))
        .count();
  }

  private static boolean isOpening(Step.Call call, Store store) {
    return call.call().value().equals("distributedKVStore.getKVStore")
        && call.app().equals(Optional.of(store.app()));
  }

  /** The access points. */
  List<String> accessPoints() {
    return scenario.networks().stream()
        .filter(network -> network.type() == Network.Type.WIFI)
        .map(Network::name)
        .toList();
  }

  List<String> membersOf(String network) {
    return scenario.networks().stream()
        .filter(one -> one.name().equals(network))
        .flatMap(one -> one.members().stream())
        .map(DeviceName::value)
        .toList();
  }

  /** The devices of each network in which, when nothing strikes, everybody reaches everybody. */
  Stream<List<String>> circles() {
    return scenario.networks().stream()
        .filter(network -> !network.apIsolation() && !network.guest())
        .map(
            network ->
                network.members().stream()
                    .filter(device -> canBeIn(network, device))
                    .map(DeviceName::value)
                    .toList());
  }

  private boolean canBeIn(Network network, DeviceName device) {
    Set<Radio> wanted =
        network.type() == Network.Type.WIFI
            ? Set.of(Radio.WIFI, Radio.WIFI_2G, Radio.WIFI_5G, Radio.ETHERNET)
            : Set.of(Radio.BLUETOOTH, Radio.BR, Radio.BLE);
    return scenario.devices().stream()
        .filter(one -> one.profile().name().equals(device))
        .anyMatch(one -> one.profile().radios().stream().anyMatch(wanted::contains));
  }

  /** The bonds that apps made before the story. */
  List<Bond> bonds() {
    return scenario.trust().stream().filter(bond -> bond.app().isPresent()).toList();
  }

  /** Whether somebody bonds in the story. */
  boolean hasBinds() {
    return scenario.timeline().stream()
        .anyMatch(
            step -> step instanceof Step.Call call && call.call().value().contains("bindTarget"));
  }

  /** The network that two devices have in common, if there is one. */
  Optional<String> commonNetwork(String one, String other) {
    return scenario.networks().stream()
        .map(Network::name)
        .filter(network -> membersOf(network).containsAll(List.of(one, other)))
        .findFirst();
  }
}
