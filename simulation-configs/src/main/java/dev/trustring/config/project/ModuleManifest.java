package dev.trustring.config.project;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.config.text.Fields;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
import dev.trustring.kv.decision.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a module's {@code module.json5} says (access-token §7.4).
 *
 * @param requestPermissionsAt the list of permissions, or the place where it belongs
 */
record ModuleManifest(
    boolean isEntry, List<RequestedPermission> requested, Origin requestPermissionsAt) {

  private static final Words<String> TYPES =
      Words.of("module type", List.of("entry", "feature", "har", "shared"), Function.identity());

  ModuleManifest {
    requested = List.copyOf(requested);
  }

  static ModuleManifest read(Node root) {
    Node body = Fields.open(root, "an object with 'module'").need("module");
    Fields module = Fields.open(body, "an object");
    module.text("name");
    boolean isEntry = TYPES.parse(module.need("type")).equals("entry");
    List<RequestedPermission> requested = new ArrayList<>();
    for (Node item : module.list("requestPermissions", "a list of objects with 'name'")) {
      Fields permission = Fields.open(item, "an object with 'name'");
      Node name = permission.need("name");
      if (!isEmpty(name)) {
        requested.add(permission(permission, name, isEntry));
      }
    }
    return new ModuleManifest(isEntry, requested, module.originOf("requestPermissions"));
  }

  /** The platform skips an entry with an empty name. */
  private static boolean isEmpty(Node name) {
    return name instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.TEXT
        && scalar.text().isEmpty();
  }

  private static RequestedPermission permission(Fields fields, Node name, boolean isEntry) {
    return new RequestedPermission(
        Values.made(name, PermissionName::new, "the name of a permission, 1 to 256 characters"),
        fields.has("reason"),
        isEntry,
        name.origin());
  }
}
