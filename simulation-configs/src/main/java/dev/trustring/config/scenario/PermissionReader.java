package dev.trustring.config.scenario;

import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.AvailableType;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the permissions that a scenario adds to the platform's or changes (access-token §2.1). What
 * it does not say of a permission that the platform has stays as it is there.
 */
final class PermissionReader {

  static final String NAME_PATTERN = "^[A-Za-z0-9_.]{1,256}$";
  static final String SINCE_PATTERN = "^[0-9]{1,4}(\\.[0-9]{1,4}){0,2}$";
  static final Words<GrantMode> MODES =
      Words.of("grantMode", List.of(GrantMode.values()), GrantMode::word);
  static final Words<Apl> LEVELS = Words.of("availableLevel", List.of(Apl.values()), Apl::word);
  static final Words<AvailableType> TYPES =
      Words.of("availableType", List.of(AvailableType.values()), AvailableType::name);

  private static final Pattern NAME = Pattern.compile(NAME_PATTERN);
  private static final Pattern SINCE = Pattern.compile(SINCE_PATTERN);
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final List<String> KEYS =
      List.of(
          "grantMode",
          "availableLevel",
          "availableType",
          "provisionEnable",
          "distributedSceneEnable",
          "hasValue",
          "since",
          "from");

  private final PermissionCatalogue platform = PermissionCatalogue.standard();
  private final TreeSet<PermissionName> seen = new TreeSet<>();

  DefinedPermission read(Node.Entry entry) {
    if (!NAME.matcher(entry.key()).matches()) {
      throw InputError.at(
          entry.origin(),
          "bad name " + InputError.quoted(entry.key()) + " of a permission",
          "1 to 256 letters, digits, '_' or '.'");
    }
    PermissionName name = PermissionName.of(entry.key());
    if (!seen.add(name)) {
      throw InputError.at(entry.origin(), "permission " + name + " comes twice");
    }
    Fields fields = Fields.of(entry, "a permission", KEYS);
    Duration from =
        fields
            .find("from")
            .map(node -> Times.span(node, SHORTEST, Times.LONGEST))
            .orElse(Duration.ZERO);
    return new DefinedPermission(definition(entry, name, fields), from);
  }

  private PermissionDefinition definition(Node.Entry entry, PermissionName name, Fields fields) {
    Optional<PermissionDefinition> known = platform.find(name);
    if (known.isEmpty() && !fields.has("grantMode")) {
      throw InputError.at(
          entry.origin(),
          "the platform has no permission " + InputError.quoted(entry.key()),
          "key 'grantMode' for a new one",
          platform.nearest(entry.key()).map(PermissionName::value));
    }
    PermissionDefinition usual = known.orElseGet(() -> plain(name));
    return new PermissionDefinition(
        name,
        value(fields, "grantMode", MODES::parse, usual.grantMode()),
        value(fields, "availableLevel", LEVELS::parse, usual.availableLevel()),
        value(fields, "availableType", TYPES::parse, usual.availableType()),
        value(fields, "provisionEnable", Values::flag, usual.provisionEnable()),
        value(fields, "distributedSceneEnable", Values::flag, usual.distributedSceneEnable()),
        value(fields, "hasValue", Values::flag, usual.hasValue()),
        value(fields, "since", PermissionReader::since, usual.since()));
  }

  private static <T> T value(Fields fields, String key, Function<Node, T> parse, T usual) {
    return fields.find(key).map(parse).orElse(usual);
  }

  /** What a new permission is unless its fields say otherwise: for every app, of any level. */
  private static PermissionDefinition plain(PermissionName name) {
    return new PermissionDefinition(
        name, GrantMode.USER_GRANT, Apl.NORMAL, AvailableType.NORMAL, false, false, false, "1");
  }

  /** An API version; without a second dot YAML takes it for a number. */
  private static String since(Node node) {
    if (node instanceof Node.Scalar scalar && SINCE.matcher(scalar.text()).matches()) {
      return scalar.text();
    }
    throw InputError.found(node, "an API version such as 20 or 26.1.0");
  }
}
