package dev.trustring.sim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trustring.config.scenario.App;
import dev.trustring.config.scenario.Device;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Step;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which app's store, from which device to which; all of it in the scenario. */
record Question(App app, DeviceName from, DeviceName to, String store) {

  /**
   * The question that those words ask.
   *
   * @throws UsageException for a word that the scenario does not have
   */
  static Question of(
      Scenario scenario, String from, String to, String store, @Nullable String alias) {
    DeviceName sender = device(scenario, "--from", from);
    DeviceName receiver = device(scenario, "--to", to);
    if (sender.equals(receiver)) {
      throw new UsageException("--to: '" + to + "' is the sending device itself");
    }
    checkStore(scenario, store);
    return new Question(app(scenario, sender, store, alias), sender, receiver, store);
  }

  private static DeviceName device(Scenario scenario, String option, String word) {
    List<String> names =
        scenario.devices().stream().map(device -> device.profile().name().value()).toList();
    if (!names.contains(word)) {
      throw UsageException.unknown(option, "device", word, names);
    }
    return new DeviceName(word);
  }

  private static void checkStore(Scenario scenario, String store) {
    Set<String> stores = new LinkedHashSet<>();
    scenario.apps().forEach(app -> stores.addAll(storesOf(scenario, app)));
    if (stores.isEmpty()) {
      throw new UsageException("--store: the scenario has no stores");
    }
    if (!stores.contains(store)) {
      throw UsageException.unknown("--store", "store", store, stores);
    }
  }

  /** The stores that an app lists, and those that its calls name. */
  private static Set<String> storesOf(Scenario scenario, App app) {
    Set<String> stores = new LinkedHashSet<>(app.stores().keySet());
    for (Step step : scenario.timeline()) {
      if (step instanceof Step.Call call && call.app().equals(Optional.of(app.alias()))) {
        JsonNode named = call.arguments().path("storeId");
        if (named.isTextual()) {
          stores.add(named.asText());
        }
      }
    }
    return stores;
  }

  private static App app(
      Scenario scenario, DeviceName sender, String store, @Nullable String alias) {
    List<App> owners =
        scenario.apps().stream().filter(app -> storesOf(scenario, app).contains(store)).toList();
    if (alias != null) {
      return owners.stream()
          .filter(app -> app.alias().equals(alias))
          .findFirst()
          .orElseThrow(
              () -> UsageException.unknown("--app", "app with that store", alias, aliases(owners)));
    }
    List<App> here = installed(scenario, sender, owners);
    List<App> candidates = here.isEmpty() ? owners : here;
    if (candidates.size() > 1) {
      throw new UsageException(
          "--app: several apps have a store '"
              + store
              + "': "
              + candidates.stream().map(App::alias).collect(Collectors.joining(", ")));
    }
    return candidates.get(0);
  }

  private static List<String> aliases(List<App> apps) {
    return apps.stream().map(App::alias).toList();
  }

  private static List<App> installed(Scenario scenario, DeviceName sender, List<App> apps) {
    List<String> aliases = new ArrayList<>();
    scenario.devices().stream()
        .filter(device -> device.profile().name().equals(sender))
        .map(Device::apps)
        .forEach(aliases::addAll);
    return apps.stream().filter(app -> aliases.contains(app.alias())).toList();
  }

  /** The records that answer it, in their order. */
  List<DecisionRecord> answers(List<DecisionRecord> decisions) {
    return decisions.stream()
        .filter(record -> record.from().equals(from) && record.to().equals(to))
        .filter(record -> record.store().value().equals(store))
        .filter(record -> record.app().equals(app.contents().bundle()))
        .toList();
  }
}
