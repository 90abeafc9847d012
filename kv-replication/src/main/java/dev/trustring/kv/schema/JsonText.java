package dev.trustring.kv.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reads JSON that apps and peers write; what is none is empty. */
final class JsonText {

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private JsonText() {}

  static Optional<JsonNode> read(String text) {
    try {
      JsonNode read = READER.readValue(text);
      return Optional.ofNullable(read).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  static Optional<ObjectNode> object(String text) {
    return read(text).filter(JsonNode::isObject).map(ObjectNode.class::cast);
  }
}
