package dev.trustring.config.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.DistributionType;
import dev.trustring.config.project.BundleNames;
import dev.trustring.config.project.HarmonyProject;
import dev.trustring.config.project.ProjectReader;
import dev.trustring.config.project.SigningProfile;
import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
import dev.trustring.device.profile.AppPackage;
import dev.trustring.kv.decision.FactKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the apps of a scenario: from their projects, or from keys in the scenario itself. */
final class AppReader {

  static final String STORE_PATTERN = "^[A-Za-z0-9_]{1,128}$";
  static final Words<Apl> APLS = Words.of("apl", List.of(Apl.values()), Apl::word);
  static final Words<DistributionType> CHANNELS =
      Words.of(
          "distribution",
          List.of(DistributionType.values()).stream()
              .filter(type -> type != DistributionType.UNSPECIFIED)
              .toList(),
          DistributionType::word);

  /** Signs apps of which a scenario does not say by whom they are signed. */
  static final String DEFAULT_SIGNING = "developer";

  private static final Pattern STORE = Pattern.compile(STORE_PATTERN);
  private static final List<String> SIGNING_KEYS =
      List.of(
          "signing", "apl", "allowedAcls", "systemApp", "distribution", "debug", "dataGroupIds");
  private static final List<String> KEYS =
      List.of(
          "project",
          "bundle",
          "permissions",
          "signing",
          "apl",
          "allowedAcls",
          "systemApp",
          "distribution",
          "debug",
          "dataGroupIds",
          "stores");

  private final Draft draft;

  AppReader(Draft draft) {
    this.draft = draft;
  }

  App read(Node.Entry entry) {
    String alias = Draft.name(entry, "app");
    if (alias.equals(Vocabulary.SETTINGS) || alias.equals(Vocabulary.USER)) {
      throw InputError.at(
          entry.origin(), "the name '" + alias + "' is taken", "another name for the app");
    }
    Fields fields = Fields.of(entry, "an app", KEYS);
    AppPackage contents = fields.has("project") ? fromProject(fields) : inline(fields);
    return new App(alias, contents, stores(fields, contents.bundle()));
  }

  private AppPackage fromProject(Fields fields) {
    Node path = fields.need("project");
    fields.refuse("bundle", "the project says it");
    fields.refuse("permissions", "the project says it");
    Path folder = Values.made(path, draft.folder()::resolve, "a folder");
    if (!Files.isDirectory(folder)) {
      throw InputError.at(
          path.origin(),
          "no such folder " + InputError.quoted(Values.text(path)),
          "the folder of a HarmonyOS project");
    }
    String name = Values.text(path).replaceFirst("/+$", "");
    HarmonyProject project = ProjectReader.read(folder, name);
    SigningProfile profile = project.profile().orElseGet(() -> unsigned(fields));
    if (project.profile().isPresent()) {
      SIGNING_KEYS.forEach(key -> fields.refuse(key, "the project's profile says it"));
    }
    project.originsWith(profile).forEach(draft::fact);
    return project.packagedWith(profile);
  }

  private static SigningProfile unsigned(Fields fields) {
    if (!fields.has("signing")) {
      throw InputError.at(
          fields.originOf("project"),
          "the project names no signing profile",
          "one in its build-profile.json5, or key 'signing' here");
    }
    return profile(fields);
  }

  private AppPackage inline(Fields fields) {
    BundleName bundle = BundleNames.parse(fields.need("bundle"));
    TreeMap<PermissionName, Node> requested = new TreeMap<>();
    for (Node node : fields.list("permissions", "a list of permissions")) {
      if (requested.put(permission(node), node) != null) {
        throw InputError.found(node, "each permission once");
      }
    }
    SigningProfile profile = profile(fields);
    requested.forEach((name, node) -> draft.fact(FactKey.declared(bundle, name), node.origin()));
    draft.fact(FactKey.requestPermissions(bundle), fields.originOf("permissions"));
    draft.fact(FactKey.apl(bundle), profile.aplAt());
    draft.fact(FactKey.signing(bundle), profile.signingAt());
    draft.fact(FactKey.dataGroups(bundle), fields.originOf("dataGroupIds"));
    return new AppPackage(
        bundle,
        profile.signing(),
        profile.apl(),
        List.copyOf(requested.keySet()),
        profile.allowedAcls(),
        profile.distributionType(),
        profile.debug(),
        profile.systemApp(),
        profile.dataGroupIds());
  }

  private static SigningProfile profile(Fields fields) {
    boolean debug = fields.flag("debug");
    DistributionType usual = debug ? DistributionType.NONE : DistributionType.APP_GALLERY;
    return new SigningProfile(
        fields.textIfAny("signing").orElse(DEFAULT_SIGNING),
        fields.find("apl").map(APLS::parse).orElse(Apl.NORMAL),
        fields.list("allowedAcls", "a list of permissions").stream()
            .map(AppReader::permission)
            .toList(),
        fields.find("distribution").map(CHANNELS::parse).orElse(usual).word(),
        debug,
        fields.flag("systemApp"),
        fields.find("dataGroupIds").map(Values::texts).orElse(List.of()),
        fields.originOf("signing"),
        fields.originOf("apl"));
  }

  private static PermissionName permission(Node node) {
    return Values.made(node, PermissionName::of, "the name of a permission, 1 to 256 characters");
  }

  private Map<String, ObjectNode> stores(Fields fields, BundleName bundle) {
    TreeMap<String, ObjectNode> stores = new TreeMap<>();
    for (Node.Entry entry : fields.entries("stores", "an object of stores")) {
      if (!STORE.matcher(entry.key()).matches()) {
        throw InputError.at(
            entry.origin(),
            "bad store id " + InputError.quoted(entry.key()),
            "1 to 128 letters, digits or '_'");
      }
      stores.put(entry.key(), new StoreOptions(draft).read(entry));
      StoreOptions.label(entry.value())
          .ifPresent(label -> draft.fact(FactKey.storeLabel(bundle, entry.key()), label.origin()));
    }
    return stores;
  }
}
