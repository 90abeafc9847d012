package dev.trustring.config.project;

import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.DistributionType;
import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Json5Reader;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.TextFile;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
import dev.trustring.kv.decision.Origin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads a provisioning profile, as plain JSON or signed; lines of a signed one are those of the
 * JSON inside. What the installer wants of a profile is an error if it is missing (access-token
 * §7.6). The platform takes every type but {@code release} for {@code debug}; a type that is
 * neither word is an error here, as no tool writes one.
 */
final class ProfileReader {

  private static final Words<Boolean> TYPES =
      Words.of("profile type", List.of(true, false), debug -> debug ? "debug" : "release");
  private static final Words<Apl> APLS = Words.of("apl", List.of(Apl.values()), Apl::word);
  private static final Words<Boolean> FEATURES =
      Words.of(
          "app-feature",
          List.of(false, true),
          system -> system ? "hos_system_app" : "hos_normal_app");
  private static final Words<DistributionType> RELEASE_TYPES =
      Words.of("app-distribution-type", channels(false), DistributionType::word);
  private static final Words<DistributionType> DEBUG_TYPES =
      Words.of("app-distribution-type", channels(true), DistributionType::word);

  private ProfileReader() {}

  private static List<DistributionType> channels(boolean withNone) {
    return List.of(DistributionType.values()).stream()
        .filter(type -> type != DistributionType.UNSPECIFIED)
        .filter(type -> withNone || type != DistributionType.NONE)
        .toList();
  }

  /** The profile in that file, which must be that of the bundle, where one is known. */
  static SigningProfile read(Path path, String name, Optional<BundleName> bundle) {
    byte[] bytes = TextFile.readBytes(path, name);
    byte[] json = SignedData.looksSigned(bytes) ? unwrapped(bytes, name) : bytes;
    return read(Json5Reader.read(TextFile.decode(json, name)), bundle);
  }

  private static byte[] unwrapped(byte[] bytes, String name) {
    try {
      return SignedData.contentOf(bytes);
    } catch (IllegalArgumentException e) {
      throw InputError.at(new Origin(name, 1, 1), "not a signed profile: " + e.getMessage());
    }
  }

  static SigningProfile read(Node root, Optional<BundleName> bundle) {
    Fields profile = Fields.open(root, "an object with 'bundle-info'");
    long versionCode = Values.whole(profile.need("version-code"), 1, Integer.MAX_VALUE);
    profile.text("version-name");
    profile.text("uuid");
    boolean debug = TYPES.parse(profile.need("type"));
    Fields info = Fields.open(profile.need("bundle-info"), "an object");
    info.text("developer-id");
    bundle.ifPresent(expected -> checkBundle(info.need("bundle-name"), expected));
    Node certificate = info.need(debug ? "development-certificate" : "distribution-certificate");
    return new SigningProfile(
        sha256(Values.text(certificate)),
        versionCode == 1 && !info.has("apl") ? Apl.NORMAL : APLS.parse(info.need("apl")),
        allowedAcls(profile),
        distributionType(profile, debug),
        debug,
        FEATURES.parse(info.need("app-feature")),
        info.find("data-group-ids").map(Values::texts).orElse(List.of()),
        certificate.origin(),
        info.originOf("apl"));
  }

  private static void checkBundle(Node name, BundleName expected) {
    if (!BundleNames.parse(name).equals(expected)) {
      throw InputError.at(
          name.origin(),
          "the profile is for bundle " + InputError.quoted(Values.text(name)),
          "the bundleName of app.json5, " + expected);
    }
  }

  private static String distributionType(Fields profile, boolean debug) {
    if (!debug) {
      return RELEASE_TYPES.parse(profile.need("app-distribution-type")).word();
    }
    return profile
        .find("app-distribution-type")
        .map(DEBUG_TYPES::parse)
        .orElse(DistributionType.NONE)
        .word();
  }

  private static List<PermissionName> allowedAcls(Fields profile) {
    return profile
        .find("acls")
        .map(acls -> Fields.open(acls, "an object with 'allowed-acls'"))
        .map(acls -> acls.list("allowed-acls", "a list of permissions"))
        .orElse(List.of())
        .stream()
        .map(node -> Values.made(node, PermissionName::new, "the name of a permission"))
        .toList();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.strip().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
