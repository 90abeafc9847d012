package dev.trustring.config.project;

import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import java.util.List;
import java.util.Optional;

/**
 * What {@code build-profile.json5} says: where the modules are, and with which profile the default
 * product is signed.
 *
 * @param modules the texts with the modules' folders
 * @param profile the text with the profile's path; empty when the project is not signed
 */
record BuildProfile(List<Node> modules, Optional<Node> profile) {

  BuildProfile {
    modules = List.copyOf(modules);
  }

  static BuildProfile read(Node root) {
    Fields file = Fields.open(root, "an object with 'app' and 'modules'");
    List<Node> modules =
        Values.list(file.need("modules"), "a list of modules").stream()
            .map(item -> Fields.open(item, "an object with 'srcPath'").need("srcPath"))
            .toList();
    if (modules.isEmpty()) {
      throw InputError.at(file.originOf("modules"), "the project has no modules");
    }
    return new BuildProfile(modules, profile(Fields.open(file.need("app"), "an object")));
  }

  private static Optional<Node> profile(Fields app) {
    List<Fields> configs = named(app, "signingConfigs");
    Optional<Node> chosen = signingConfig(named(app, "products"));
    if (chosen.isEmpty()) {
      return configs.stream().findFirst().map(BuildProfile::profileOf);
    }
    List<String> names = configs.stream().map(config -> config.text("name")).toList();
    String name = Values.text(chosen.get());
    if (!names.contains(name)) {
      if (names.isEmpty()) {
        return Optional.empty();
      }
      throw InputError.unknown(chosen.get().origin(), "signing config", name, names);
    }
    return Optional.of(profileOf(configs.get(names.indexOf(name))));
  }

  /** The signing config of product {@code default}, else of the first product. */
  private static Optional<Node> signingConfig(List<Fields> products) {
    return products.stream()
        .filter(product -> product.text("name").equals("default"))
        .findFirst()
        .or(() -> products.stream().findFirst())
        .flatMap(product -> product.find("signingConfig"));
  }

  private static Node profileOf(Fields config) {
    return Fields.open(config.need("material"), "an object with 'profile'").need("profile");
  }

  private static List<Fields> named(Fields app, String key) {
    return app.list(key, "a list of objects with 'name'").stream()
        .map(item -> Fields.open(item, "an object with 'name'"))
        .toList();
  }
}
