package dev.trustring.atm.request;

import dev.trustring.atm.grant.GrantChange;
import dev.trustring.atm.permission.PermissionName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One dialog of a request.
 *
 * @param asked the names of the request that it asks the user about, without repetition
 */
public record Dialog(DialogGroup group, List<PermissionName> asked) {
  public Dialog {
    asked = List.copyOf(asked);
  }

  /** The dialogs for these names: one per group, in the order in which the groups are named. */
  public static List<Dialog> forNames(Collection<PermissionName> names) {
    Map<DialogGroup, List<PermissionName>> byGroup = new LinkedHashMap<>();
    names.stream()
        .distinct()
        .forEach(
            name ->
                byGroup
                    .computeIfAbsent(DialogGroup.of(name), unused -> new ArrayList<>())
                    .add(name));
    return byGroup.entrySet().stream()
        .map(entry -> new Dialog(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** What pressing a button asks for. */
  public GrantChange change(DialogButton button) {
    return group.change(button);
  }

  /** The permissions that the button touches in an app that declares these. */
  public List<PermissionName> touched(DialogButton button, Collection<PermissionName> declared) {
    return group.touched(button, asked, declared);
  }
}
