package dev.trustring.config.scenario;

import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
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
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads devices, and notes where each fact about them is written. */
final class DeviceReader {

  static final Words<DeviceKind> KINDS =
      Words.of("kind", List.of(DeviceKind.values()), DeviceKind::word);
  static final Words<SystemTier> TIERS =
      Words.of("tier", List.of(SystemTier.values()), SystemTier::word);
  static final Words<DeviceLevel> LEVELS =
      Words.of("level", List.of(DeviceLevel.values()), DeviceLevel::name);
  static final Words<LevelProof.Flaw> CREDENTIALS =
      Words.of("credential", List.of(LevelProof.Flaw.values()), LevelProof.Flaw::word);
  static final Words<Radio> RADIOS = Words.of("radio", Radio.class);

  private static final List<String> KEYS =
      List.of(
          "kind",
          "tier",
          "level",
          "level-proof",
          "tee",
          "account",
          "apps",
          "radios",
          "clock",
          "dmVersion",
          "mtu",
          "charging",
          "person");

  private static final List<String> PROOF_KEYS = List.of("in-attributes", "credential", "after");

  private final Draft draft;

  DeviceReader(Draft draft) {
    this.draft = draft;
  }

  Device read(Node.Entry entry) {
    DeviceName name = new DeviceName(Draft.name(entry, "device"));
    Fields fields = Fields.of(entry, "a device", KEYS);
    DeviceKind kind = KINDS.parse(fields.need("kind"));
    Optional<AccountId> account = fields.find("account").map(DeviceReader::account);
    DeviceProfile profile =
        new DeviceProfile(
            name,
            kind,
            fields.find("tier").map(TIERS::parse).orElse(SystemTier.STANDARD),
            fields.find("level").map(LEVELS::parse),
            fields.find("level-proof").map(DeviceReader::proof).orElse(LevelProof.STATED),
            fields.find("tee").map(Values::flag),
            account,
            fields.find("radios").map(DeviceReader::radios).orElse(kind.radios()),
            clock(fields),
            person(fields),
            fields.find("dmVersion").map(DeviceReader::dmVersion).orElse(BindVersion.OWN),
            mtu(fields),
            fields.flag("charging"));
    List<String> apps = apps(fields);
    noteFacts(name, fields, originOfRadios(fields));
    draft.fact(FactKey.account(name), fields.originOf("account"));
    return new Device(profile, apps);
  }

  /** Notes what explicit devices and fleets have in common. */
  void noteFacts(DeviceName name, Fields fields, Origin radios) {
    fields.find("level").ifPresent(node -> draft.fact(FactKey.level(name), node.origin()));
    fields.find("tee").ifPresent(node -> draft.fact(FactKey.tee(name), node.origin()));
    draft.fact(FactKey.apps(name), fields.originOf("apps"));
    draft.fact(FactKey.radios(name), radios);
  }

  /** A kind brings radios, so its place is theirs when no list of radios is written. */
  private static Origin originOfRadios(Fields fields) {
    return fields.originOf(fields.has("radios") ? "radios" : "kind");
  }

  private static LevelProof proof(Node node) {
    Fields fields = Fields.of(node, "a level proof", PROOF_KEYS);
    return new LevelProof(
        fields.find("in-attributes").map(Values::flag).orElse(true),
        fields.find("credential").map(CREDENTIALS::parse).orElse(LevelProof.Flaw.NONE),
        fields
            .find("after")
            .map(written -> Times.span(written, Duration.ZERO, Times.LONGEST))
            .orElse(Duration.ZERO));
  }

  /** A version; without a second dot YAML takes it for a number. */
  private static BindVersion dmVersion(Node node) {
    if (node instanceof Node.Scalar scalar) {
      BindVersion version = new BindVersion(scalar.text());
      if (version.isReadable()) {
        return version;
      }
    }
    throw InputError.found(node, "a version of DeviceManager such as 5.0.3");
  }

  private static int mtu(Fields fields) {
    return fields
        .find("mtu")
        .map(node -> Values.whole(node, PacketLimits.LEAST_MTU, PacketLimits.GREATEST_MTU))
        .map(Math::toIntExact)
        .orElse(PacketLimits.PLATFORM.mtu());
  }

  private static AccountId account(Node node) {
    return Values.made(node, AccountId::new, "a HUAWEI ID of at most 256 characters");
  }

  private static Set<Radio> radios(Node node) {
    EnumSet<Radio> radios = EnumSet.noneOf(Radio.class);
    for (Node item : Values.list(node, "a list of radios")) {
      if (!radios.add(RADIOS.parse(item))) {
        throw InputError.found(item, "each radio once");
      }
    }
    return radios;
  }

  private static Duration clock(Fields fields) {
    return fields
        .find("clock")
        .map(node -> Times.span(node, Times.LONGEST.negated(), Times.LONGEST))
        .orElse(Duration.ZERO);
  }

  static Person person(Fields fields) {
    return fields
        .find("person")
        .map(node -> PersonReader.read(node, Person.AGREEABLE))
        .orElse(Person.AGREEABLE);
  }

  /** The aliases in {@code apps}. */
  List<String> apps(Fields fields) {
    LinkedHashSet<String> apps = new LinkedHashSet<>();
    for (Node item : fields.list("apps", "a list of apps")) {
      if (!apps.add(draft.alias(item))) {
        throw InputError.found(item, "each app once");
      }
    }
    return List.copyOf(apps);
  }
}
