package dev.trustring.atm.lite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file in which a small system keeps what one app holds (access-token §6.2): {@code
 * {"permissions":[{"name","desc","isGranted","flags":"0"}]}}.
 *
 * <p>The platform's reader takes keys in any case and does not look at what follows the first JSON
 * value. Of a key that comes twice the last counts here, the first there (our choice).
 */
final class PermissionFile {
  /** Longest name; the platform counts bytes, here characters count. */
  static final int NAME_MAX = 63;

  /** Longest description. */
  static final int DESC_MAX = 127;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  private PermissionFile() {}

  /**
   * What was read.
   *
   * @param permissions none unless the code is {@link LiteCode#SUCCESS}
   */
  record Content(LiteCode code, List<PermissionSaved> permissions) {
    Content {
      permissions = List.copyOf(permissions);
    }

    static Content failed(LiteCode code) {
      return new Content(code, List.of());
    }

    boolean isRead() {
      return code == LiteCode.SUCCESS;
    }
  }

  /** A file without a list of permissions holds none; one broken record spoils the whole file. */
  static Content read(String text) {
    Optional<JsonNode> root = parse(text);
    if (root.isEmpty()) {
      return Content.failed(LiteCode.JSONPARSE_FAIL);
    }
    JsonNode list = get(root.get(), "permissions").orElse(JSON.createArrayNode());
    List<PermissionSaved> permissions = new ArrayList<>();
    for (JsonNode item : list) {
      LiteCode code = read(item, permissions);
      if (code != LiteCode.SUCCESS) {
        return Content.failed(code);
      }
    }
    return new Content(LiteCode.SUCCESS, permissions);
  }

  static String write(List<PermissionSaved> permissions) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode list = root.putArray("permissions");
    for (PermissionSaved permission : permissions) {
      list.addObject()
          .put("name", permission.name())
          .put("desc", permission.desc())
          .put("isGranted", permission.granted())
          .put("flags", Integer.toString(permission.flags()));
    }
    return root.toString();
  }

  private static LiteCode read(JsonNode item, List<PermissionSaved> into) {
    Optional<String> name = text(item, "name");
    Optional<String> desc = text(item, "desc");
    Optional<JsonNode> granted = get(item, "isGranted");
    Optional<String> flags = text(item, "flags");
    if (name.isEmpty() || desc.isEmpty() || granted.isEmpty() || flags.isEmpty()) {
      return LiteCode.JSONPARSE_FAIL;
    }
    if (name.get().length() > NAME_MAX || desc.get().length() > DESC_MAX) {
      return LiteCode.COPY_ERROR;
    }
    into.add(
        new PermissionSaved(
            name.get(), desc.get(), isTrue(granted.get()), leadingNumber(flags.get())));
    return LiteCode.SUCCESS;
  }

  /** The platform takes the node's number: 1 of true, itself of a number, 0 of all else. */
  private static boolean isTrue(JsonNode granted) {
    return granted.isBoolean() ? granted.asBoolean() : granted.isNumber() && granted.asInt() != 0;
  }

  /** As C's atoi reads it: the number in front, 0 where there is none or one too large. */
  private static int leadingNumber(String text) {
    String trimmed = text.strip();
    int end = !trimmed.isEmpty() && "+-".indexOf(trimmed.charAt(0)) >= 0 ? 1 : 0;
    while (end < trimmed.length() && trimmed.charAt(end) >= '0' && trimmed.charAt(end) <= '9') {
      end++;
    }
    try {
      return Integer.parseInt(trimmed.substring(0, end));
    } catch (NumberFormatException notOne) {
      return 0;
    }
  }

  private static Optional<JsonNode> parse(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> get(JsonNode node, String key) {
    return node.properties().stream()
        .filter(field -> field.getKey().equalsIgnoreCase(key))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<String> text(JsonNode node, String key) {
    return get(node, key).filter(JsonNode::isTextual).map(JsonNode::asText);
  }
}
