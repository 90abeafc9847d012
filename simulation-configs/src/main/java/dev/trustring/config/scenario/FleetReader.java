package dev.trustring.config.scenario;

import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import dev.trustring.device.person.Person;
import dev.trustring.device.profile.DeviceKind;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.profile.Radio;
import dev.trustring.device.profile.SystemTier;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Origin;
import dev.trustring.kv.store.PacketLimits;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import dev.trustring.trust.level.LevelProof;
import dev.trustring.trust.wire.BindVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the devices and networks of a fleet. Every group has an account and an access point of its
 * own, both named {@code <fleet>-<group>}; whatever its kind, a device of a fleet has Wi-Fi.
 */
final class FleetReader {

  /** Most devices that a scenario may have. */
  static final int DEVICES_MAX = 100_000;

  private static final List<String> KEYS =
      List.of("count", "group", "kinds", "level", "tee", "apps", "person");

  private final Draft draft;
  private final DeviceReader devices;
  private final NetworkReader networks;

  FleetReader(Draft draft, NetworkReader networks) {
    this.draft = draft;
    this.devices = new DeviceReader(draft);
    this.networks = networks;
  }

  private record Plan(
      Node.Entry entry,
      Fields fields,
      int count,
      int group,
      List<DeviceKind> kinds,
      Optional<DeviceLevel> level,
      Optional<Boolean> tee,
      List<String> apps,
      Person person) {}

  Fleet read(Node.Entry entry) {
    Plan plan = plan(entry);
    List<DeviceName> names = new ArrayList<>(plan.count());
    for (int from = 0; from < plan.count(); from += plan.group()) {
      names.addAll(makeGroup(plan, from));
    }
    return new Fleet(entry.key(), names, plan.group());
  }

  private Plan plan(Node.Entry entry) {
    Draft.name(entry, "fleet");
    if (draft.hasDevice(entry.key())) {
      throw InputError.at(
          entry.origin(), "a device is named " + InputError.quoted(entry.key()) + " too");
    }
    Fields fields = Fields.of(entry, "a fleet", KEYS);
    int count = (int) Values.whole(fields.need("count"), 1, DEVICES_MAX);
    int group = (int) Values.whole(fields.need("group"), 1, DEVICES_MAX);
    Origin countAt = fields.originOf("count");
    if (draft.devices().size() + count > DEVICES_MAX) {
      throw InputError.at(
          countAt,
          "too many devices",
          String.format(Locale.ROOT, "at most %,d in all", DEVICES_MAX));
    }
    Draft.name(entry.origin(), "device", entry.key() + "-" + count + "-" + count);
    return new Plan(
        entry,
        fields,
        count,
        group,
        kinds(fields.need("kinds")),
        fields.find("level").map(DeviceReader.LEVELS::parse),
        fields.find("tee").map(Values::flag),
        devices.apps(fields),
        DeviceReader.person(fields));
  }

  private static List<DeviceKind> kinds(Node node) {
    List<DeviceKind> kinds =
        Values.list(node, "a list of kinds").stream().map(DeviceReader.KINDS::parse).toList();
    if (kinds.isEmpty()) {
      throw InputError.found(node, "at least one kind");
    }
    return kinds;
  }

  private List<DeviceName> makeGroup(Plan plan, int from) {
    String group = plan.entry().key() + "-" + (from / plan.group() + 1);
    List<DeviceName> names = new ArrayList<>();
    for (int place = 0; place < plan.group() && from + place < plan.count(); place++) {
      DeviceName name = new DeviceName(group + "-" + (place + 1));
      if (draft.hasDevice(name.value())) {
        throw InputError.at(
            plan.entry().origin(), "the fleet makes a device " + name + ", which is there already");
      }
      draft.add(device(plan, name, group, place));
      devices.noteFacts(name, plan.fields(), plan.fields().originOf("kinds"));
      draft.fact(FactKey.account(name), plan.entry().origin());
      names.add(name);
    }
    networks.addGroup(plan.entry().origin(), group, names);
    return names;
  }

  private static Device device(Plan plan, DeviceName name, String account, int place) {
    DeviceKind kind = plan.kinds().get(place % plan.kinds().size());
    Set<Radio> radios = EnumSet.of(Radio.WIFI);
    radios.addAll(kind.radios());
    DeviceProfile profile =
        new DeviceProfile(
            name,
            kind,
            SystemTier.STANDARD,
            plan.level(),
            LevelProof.STATED,
            plan.tee(),
            Optional.of(new AccountId(account)),
            radios,
            Duration.ZERO,
            plan.person(),
            BindVersion.OWN,
            PacketLimits.PLATFORM.mtu(),
            false);
    return new Device(profile, plan.apps());
  }
}
