package dev.trustring.config.project;

import dev.trustring.atm.token.BundleName;
import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
import dev.trustring.kv.decision.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@code AppScope/app.json5} says (access-token §7.5).
 *
 * @param dataGroup the dataGroupId, which the platform does not know there and the article does
 * @param dataGroupAt where it is written, or belongs
 */
record AppManifest(BundleName bundle, Optional<String> dataGroup, Origin dataGroupAt) {

  private static final int VERSION_NAME_MAX = 127;
  private static final Words<String> BUNDLE_TYPES =
      Words.of(
          "bundleType",
          List.of("app", "atomicService", "shared", "appService"),
          Function.identity());
  private static final Words<Integer> COPIES_MAX =
      Words.of(
          "multiAppModeType", List.of(10, 5), most -> most == 10 ? "multiInstance" : "appClone");

  static AppManifest read(Node root) {
    Fields app = Fields.open(Fields.open(root, "an object with 'app'").need("app"), "an object");
    BundleName bundle = BundleNames.parse(app.need("bundleName"));
    Values.whole(app.need("versionCode"), 0, Integer.MAX_VALUE);
    checkVersionName(app.need("versionName"));
    app.find("bundleType").ifPresent(BUNDLE_TYPES::parse);
    app.find("debug").ifPresent(Values::flag);
    app.find("multiAppMode").ifPresent(AppManifest::checkCopies);
    return new AppManifest(bundle, app.textIfAny("dataGroupId"), app.originOf("dataGroupId"));
  }

  private static void checkVersionName(Node node) {
    if (Values.text(node).length() > VERSION_NAME_MAX) {
      throw InputError.found(node, "at most " + VERSION_NAME_MAX + " characters");
    }
  }

  private static void checkCopies(Node node) {
    Fields mode = Fields.open(node, "an object with 'multiAppModeType' and 'maxCount'");
    int most = COPIES_MAX.parse(mode.need("multiAppModeType"));
    Values.whole(mode.need("maxCount"), 1, most);
  }
}
