package dev.trustring.config.project;

import dev.trustring.atm.token.BundleName;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.InputErrors;
import dev.trustring.config.text.Json5Reader;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Problems;
import dev.trustring.config.text.TextFile;
import dev.trustring.config.text.Values;
import dev.trustring.kv.decision.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the folder of a HarmonyOS project. */
public final class ProjectReader {

  private static final String APP = "AppScope/app.json5";
  private static final String BUILD_PROFILE = "build-profile.json5";
  private static final String MODULE = "src/main/module.json5";

  private final Path folder;
  private final String name;
  private final Problems problems = new Problems();

  private ProjectReader(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * Reads the project in that folder.
   *
   * @param name the folder as origins and messages speak of it
   * @throws InputErrors with all that is wrong with its files
   */
  public static HarmonyProject read(Path folder, String name) {
    return new ProjectReader(folder, name).project();
  }

  private HarmonyProject project() {
    if (!Files.isDirectory(folder)) {
      throw InputError.at(new Origin(name, 1, 1), "no such folder", "a HarmonyOS project").alone();
    }
    Optional<AppManifest> app = problems.attempt(() -> AppManifest.read(json(APP)));
    Optional<BuildProfile> build = problems.attempt(() -> BuildProfile.read(json(BUILD_PROFILE)));
    List<ModuleManifest> modules = build.map(this::modules).orElse(List.of());
    Optional<SigningProfile> profile =
        build
            .flatMap(BuildProfile::profile)
            .flatMap(path -> problems.attempt(() -> profile(path, app.map(AppManifest::bundle))));
    problems.orThrow();
    return new HarmonyProject(
        app.orElseThrow().bundle(),
        RequestedPermission.merged(
            modules.stream().flatMap(module -> module.requested().stream()).toList()),
        entryOf(modules).requestPermissionsAt(),
        app.orElseThrow().dataGroup(),
        app.orElseThrow().dataGroupAt(),
        profile);
  }

  private static ModuleManifest entryOf(List<ModuleManifest> modules) {
    return modules.stream().filter(ModuleManifest::isEntry).findFirst().orElse(modules.get(0));
  }

  private List<ModuleManifest> modules(BuildProfile build) {
    List<ModuleManifest> modules = new ArrayList<>();
    for (Node path : build.modules()) {
      problems
          .attempt(() -> ModuleManifest.read(json(relative(path, MODULE))))
          .ifPresent(modules::add);
    }
    return modules;
  }

  private SigningProfile profile(Node path, Optional<BundleName> bundle) {
    String file = relative(path, "");
    return ProfileReader.read(folder.resolve(file), nameOf(file), bundle);
  }

  /** A path of the build profile, without the dot that DevEco Studio puts before it. */
  private static String relative(Node node, String inside) {
    Path path =
        Values.made(
            node, text -> Path.of(text.replace('\\', '/')).resolve(inside).normalize(), "a path");
    return path.toString();
  }

  private Node json(String file) {
    return Json5Reader.read(TextFile.read(folder.resolve(file), nameOf(file)));
  }

  private String nameOf(String file) {
    return Path.of(file).isAbsolute() ? file : name + "/" + file;
  }
}
