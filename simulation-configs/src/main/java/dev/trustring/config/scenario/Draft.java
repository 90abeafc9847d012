package dev.trustring.config.scenario;

import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Problems;
import dev.trustring.config.text.Values;
import dev.trustring.device.call.CallSpec;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Origin;
import dev.trustring.kv.decision.Provenance;
import dev.trustring.trust.identity.DeviceName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is known of a scenario while its file is being read.
 *
 * <p>A name counts as known as soon as it is declared, even if what it names is broken, so that one
 * mistake is told once.
 */
final class Draft {

  static final String NAME_PATTERN = "^[A-Za-z0-9_-]{1,64}$";

  private static final Pattern NAME = Pattern.compile(NAME_PATTERN);
  private static final String NAME_FORM = "1 to 64 letters, digits, '_' or '-'";

  private final Path folder;
  private final Vocabulary vocabulary;
  private final TreeMap<String, CallSpec> calls = new TreeMap<>();
  private final Problems problems = new Problems();
  private final TreeMap<FactKey, Origin> facts = new TreeMap<>();
  private final LinkedHashMap<String, Optional<App>> apps = new LinkedHashMap<>();
  private final List<DefinedPermission> permissions = new ArrayList<>();
  private final LinkedHashMap<String, Optional<Device>> devices = new LinkedHashMap<>();
  private final LinkedHashMap<String, Fleet> fleets = new LinkedHashMap<>();
  private final LinkedHashMap<String, Optional<Network>> networks = new LinkedHashMap<>();
  private final TreeSet<String> written = new TreeSet<>();
  private final TreeSet<String> stores = new TreeSet<>();
  private final TreeSet<String> installedLater = new TreeSet<>();

  Draft(Path folder, Vocabulary vocabulary) {
    this.folder = folder;
    this.vocabulary = vocabulary;
    vocabulary.calls().specs().forEach(spec -> calls.put(spec.name().value(), spec));
  }

  Path folder() {
    return folder;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Map<String, CallSpec> calls() {
    return calls;
  }

  Problems problems() {
    return problems;
  }

  /** Notes where a fact is written; the first place counts. */
  void fact(FactKey key, Origin origin) {
    facts.putIfAbsent(key, origin);
  }

  Provenance provenance() {
    return new Provenance(facts);
  }

  /** The key, which must have the form of a name. */
  static String name(Node.Entry entry, String noun) {
    return name(entry.origin(), noun, entry.key());
  }

  static String name(Origin origin, String noun, String name) {
    if (!NAME.matcher(name).matches()) {
      throw InputError.at(
          origin, "bad name " + InputError.quoted(name) + " of a " + noun, NAME_FORM);
    }
    return name;
  }

  void declareApp(Node.Entry entry) {
    apps.put(entry.key(), Optional.empty());
    within(entry.value(), "stores")
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .ifPresent(all -> all.entries().forEach(store -> stores.add(store.key())));
  }

  /** Notes that a step of the timeline installs the app there. */
  void installs(String alias, List<DeviceName> where) {
    where.forEach(device -> installedLater.add(device + " " + alias));
  }

  /** Whether the app is there from the beginning, or a step read so far installs it. */
  boolean hasInstalled(DeviceName name, String alias) {
    return device(name).map(device -> device.apps().contains(alias)).orElse(true)
        || installedLater.contains(name + " " + alias);
  }

  /** Notes the store that a step opens, if it opens one. */
  void declareStore(Node step) {
    boolean opens =
        within(step, "call").map(Node.Scalar.class::isInstance).orElse(false)
            && within(step, "call")
                .map(call -> calls.get(((Node.Scalar) call).text()))
                .filter(StoreOptions::areTakenBy)
                .isPresent();
    if (opens) {
      within(step, "args")
          .flatMap(args -> within(args, StoreOptions.STORE_ID))
          .filter(Node.Scalar.class::isInstance)
          .ifPresent(id -> stores.add(((Node.Scalar) id).text()));
    }
  }

  private static Optional<Node> within(Node node, String key) {
    return node instanceof Node.Mapping mapping
        ? mapping.find(key).map(Node.Entry::value)
        : Optional.empty();
  }

  void add(App app) {
    apps.put(app.alias(), Optional.of(app));
  }

  void add(DefinedPermission permission) {
    permissions.add(permission);
  }

  void declareDevice(String name) {
    devices.put(name, Optional.empty());
    written.add(name);
  }

  boolean hasDevice(String name) {
    return devices.containsKey(name);
  }

  void add(Device device) {
    devices.put(device.profile().name().value(), Optional.of(device));
  }

  void declareFleet(String name) {
    fleets.put(name, new Fleet(name, List.of(), FleetReader.DEVICES_MAX));
    written.add(name);
  }

  void add(Fleet fleet) {
    fleets.put(fleet.name(), fleet);
  }

  void declareNetwork(String name) {
    networks.put(name, Optional.empty());
  }

  boolean hasNetwork(String name) {
    return networks.containsKey(name);
  }

  void add(Network network) {
    networks.put(network.name(), Optional.of(network));
  }

  List<App> apps() {
    return present(apps.values());
  }

  List<DefinedPermission> permissions() {
    return permissions;
  }

  List<Device> devices() {
    return present(devices.values());
  }

  List<Network> networks() {
    return present(networks.values());
  }

  private static <T> List<T> present(Collection<Optional<T>> all) {
    List<T> present = new ArrayList<>(all.size());
    all.forEach(one -> one.ifPresent(present::add));
    return present;
  }

  Optional<App> app(String alias) {
    return apps.getOrDefault(alias, Optional.empty());
  }

  Optional<Device> device(DeviceName name) {
    return devices.getOrDefault(name.value(), Optional.empty());
  }

  Optional<Fleet> fleet(String name) {
    return Optional.ofNullable(fleets.get(name));
  }

  Collection<String> fleetNames() {
    return fleets.keySet();
  }

  /** The names of devices and fleets as the file writes them, for messages. */
  Collection<String> writtenNames() {
    return written;
  }

  /** The alias that is written there. */
  String alias(Node node) {
    return known(node, "app", apps.keySet());
  }

  /** The network that is named there. */
  String network(Node node) {
    return known(node, "network", networks.keySet());
  }

  /** The store that is named there: one that an app lists or that a step of the timeline opens. */
  String store(Node node) {
    return known(node, "store", stores);
  }

  /** The word that is written there. */
  static String known(Node node, String noun, Collection<String> words) {
    String word = Values.text(node);
    if (!words.contains(word)) {
      throw InputError.unknown(node.origin(), noun, word, words);
    }
    return word;
  }
}
