package dev.trustring.device.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Arguments as tests write them: JSON with single quotes and bare names. */
final class LooseJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  private LooseJson() {}

  static ObjectNode read(String arguments) {
    try {
      return (ObjectNode) JSON.readTree(arguments);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
