package dev.trustring.sim.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.AvailableType;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.request.DialogGroup;
import dev.trustring.sim.report.Cell;
import dev.trustring.sim.report.Ink;
import dev.trustring.sim.report.Json;
import dev.trustring.sim.report.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the permissions of the platform, or explains one. */
@Command(
    name = "permissions",
    description = {
      "Lists the permissions of the platform, or explains one: who can get it, and how.",
      "A name may be written without ohos.permission."
    })
final class PermissionsCommand implements Callable<Integer> {

  private final Desk desk;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "such as CAMERA")
  private @Nullable String name;

  @Option(
      names = "--level",
      paramLabel = "L",
      description = "only those for this APL: normal, system_basic or system_core")
  private @Nullable String level;

  @Option(
      names = "--grant",
      paramLabel = "G",
      description = "only those that are granted so: user, system or manual")
  private @Nullable String grant;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  PermissionsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PermissionCatalogue catalogue = PermissionCatalogue.standard();
    if (name == null) {
      list(chosen(catalogue));
    } else if (level != null || grant != null) {
      throw new UsageException("NAME explains one permission; --level and --grant choose several");
    } else {
      explain(definition(catalogue, name));
    }
    return Exit.YES.code();
  }

  private List<PermissionDefinition> chosen(PermissionCatalogue catalogue) {
    Optional<Apl> apl =
        Optional.ofNullable(level)
            .map(
                word ->
                    Apl.parse(word)
                        .orElseThrow(
                            () ->
                                UsageException.unknown(
                                    "--level",
                                    "level",
                                    word,
                                    Arrays.stream(Apl.values()).map(Apl::word).toList())));
    Optional<GrantMode> mode =
        Optional.ofNullable(grant)
            .map(
                word ->
                    Arrays.stream(GrantMode.values())
                        .filter(one -> shortWord(one).equals(word) || one.word().equals(word))
                        .findFirst()
                        .orElseThrow(
                            () ->
                                UsageException.unknown(
                                    "--grant",
                                    "grant mode",
                                    word,
                                    Arrays.stream(GrantMode.values())
                                        .map(PermissionsCommand::shortWord)
                                        .toList())));
    return catalogue.all().stream()
        .filter(one -> apl.isEmpty() || apl.get() == one.availableLevel())
        .filter(one -> mode.isEmpty() || mode.get() == one.grantMode())
        .toList();
  }

  private static String shortWord(GrantMode mode) {
    return mode.word().substring(0, mode.word().indexOf('_'));
  }

  private static PermissionDefinition definition(PermissionCatalogue catalogue, String asked) {
    return Optional.of(asked)
        .filter(PermissionName::isLegal)
        .flatMap(text -> catalogue.find(PermissionName.of(text)))
        .orElseThrow(
            () ->
                new UsageException(
                    "the platform defines no permission '"
                        + asked
                        + "'"
                        + catalogue
                            .nearest(asked)
                            .map(near -> " (did you mean " + near.shortName() + "?)")
                            .orElse("; 'trustring permissions' lists all")));
  }

  private void list(List<PermissionDefinition> definitions) {
    if (json) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      ArrayNode all = node.putArray("permissions");
      definitions.forEach(one -> all.add(asJson(one)));
      desk.console().out().print(Json.text(node));
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row(Ink.STRONG, List.of("grant", "level", "since", "permission")));
    for (PermissionDefinition one : definitions) {
      rows.add(
          row(
              Ink.PLAIN,
              List.of(
                  shortWord(one.grantMode()),
                  one.availableLevel().word(),
                  one.since(),
                  one.name().shortName())));
    }
    desk.console().page().table(0, rows);
  }

  private static List<Cell> row(Ink ink, List<String> texts) {
    return texts.stream().map(text -> Cell.of(ink, text)).toList();
  }

  private void explain(PermissionDefinition definition) {
    if (json) {
      desk.console().out().print(Json.text(asJson(definition)));
      return;
    }
    Page page = desk.console().page();
    page.heading(definition.name().value());
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(fact("grant", definition.grantMode().word()));
    rows.add(fact("level", definition.availableLevel().word()));
    rows.add(fact("type", definition.availableType().name()));
    rows.add(fact("acl", definition.provisionEnable() ? "may lift an app" : "lifts nobody"));
    rows.add(fact("value", definition.hasValue() ? "comes with one" : "none"));
    rows.add(
        fact(
            "distributed",
            definition.distributedSceneEnable()
                ? "marked for it; the platform consults the mark nowhere"
                : "not marked for it; the platform consults the mark nowhere"));
    rows.add(fact("since", "API " + definition.since()));
    rows.add(fact("dialog", dialog(definition)));
    rows.add(fact("who", who(definition)));
    rows.add(fact("how", how(definition)));
    page.table(2, rows);
  }

  private static List<Cell> fact(String label, String text) {
    return List.of(Cell.of(label), Cell.of(text));
  }

  private static String dialog(PermissionDefinition definition) {
    if (definition.grantMode() != GrantMode.USER_GRANT) {
      return "none";
    }
    List<PermissionName> group = DialogGroup.of(definition.name()).members();
    return group.size() == 1
        ? "its own"
        : "one for "
            + group.stream().map(PermissionName::shortName).collect(Collectors.joining(", "));
  }

  private static String who(PermissionDefinition definition) {
    if (!definition.isForApps()) {
      return "no app, only processes of the system";
    }
    return levelRule(definition) + typeRule(definition.availableType());
  }

  private static String levelRule(PermissionDefinition definition) {
    if (definition.availableLevel() == Apl.NORMAL) {
      return "every app";
    }
    String enough =
        definition.availableLevel() == Apl.SYSTEM_CORE
            ? "apps of APL system_core"
            : "apps of APL system_basic and system_core";
    if (!definition.provisionEnable()) {
      return enough + ", no others";
    }
    return enough
        + (definition.hasValue()
            ? ", and others whose profile gives it a value"
            : ", and others whose profile names it in acls.allowed-acls");
  }

  private static String typeRule(AvailableType type) {
    return switch (type) {
      case NORMAL, SERVICE -> "";
      case SYSTEM -> "; the APIs behind it serve system apps only, which the install does not ask";
      case MDM, SYSTEM_AND_MDM ->
          "; of these only debug apps and those distributed as enterprise_mdm";
      case ENTERPRISE_NORMAL ->
          "; meant for enterprise apps, which the install asks only where the device is set so";
    };
  }

  private static String how(PermissionDefinition definition) {
    return switch (definition.grantMode()) {
      case SYSTEM_GRANT -> "declared in requestPermissions it is granted at install, for good";
      case USER_GRANT -> "declared in requestPermissions, then requestPermissionsFromUser";
      case MANUAL_SETTINGS -> "declared in requestPermissions, then by the user in Settings";
    };
  }

  private static ObjectNode asJson(PermissionDefinition definition) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", definition.name().value())
        .put("grantMode", definition.grantMode().word())
        .put("availableLevel", definition.availableLevel().word())
        .put("availableType", definition.availableType().name())
        .put("provisionEnable", definition.provisionEnable())
        .put("distributedSceneEnable", definition.distributedSceneEnable())
        .put("hasValue", definition.hasValue())
        .put("since", definition.since());
  }
}
