package dev.trustring.config.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.trustring.kv.decision.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON and JSON5 as HarmonyOS projects use it: comments, trailing commas, single quotes, bare
 * keys, a leading plus or point of numbers, texts that go on after a backslash at the end of a line
 * (the line break stays in the text). One value of at most {@value TextFile#CHARACTERS_MAX}
 * characters, nested at most {@value Node#DEPTH_MAX} deep. Hexadecimal numbers are refused; no file
 * of a project needs them.
 */
public final class Json5Reader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Node.DEPTH_MAX + 2).build())
          .build();

  private final String name;
  private final JsonParser parser;

  private Json5Reader(String name, JsonParser parser) {
    this.name = name;
    this.parser = parser;
  }

  /** The value of the file. */
  public static Node read(TextFile file) {
    try (JsonParser parser = FACTORY.createParser(file.text())) {
      return new Json5Reader(file.name(), parser).document();
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().replaceAll("\\s+", " ");
      throw InputError.at(place(file.name(), e.getLocation()), "not JSON5: " + problem);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
  }

  private Node document() throws IOException {
    if (parser.nextToken() == null) {
      throw InputError.at(here(), "the file holds nothing but comments");
    }
    Node root = node(1);
    if (parser.nextToken() != null) {
      throw InputError.at(here(), "something follows the end", "one value in the file");
    }
    return root;
  }

  private Node node(int depth) throws IOException {
    Origin origin = here();
    if (depth > Node.DEPTH_MAX) {
      throw InputError.at(origin, "nested too deeply", "at most " + Node.DEPTH_MAX + " levels");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(origin, depth);
    }
    if (token == JsonToken.START_ARRAY) {
      return sequence(origin, depth);
    }
    return new Node.Scalar(origin, kind(token), textOf(token));
  }

  private Node mapping(Origin origin, int depth) throws IOException {
    MappingBuilder entries = new MappingBuilder();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Origin keyOrigin = here();
      String key = parser.currentName();
      entries.checkNew(keyOrigin, key);
      parser.nextToken();
      entries.add(keyOrigin, key, node(depth + 1));
    }
    return entries.build(origin);
  }

  private Node sequence(Origin origin, int depth) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Node.Sequence(origin, items);
  }

  private String textOf(JsonToken token) throws IOException {
    String text = parser.getText();
    return token == JsonToken.VALUE_STRING ? text : text.toLowerCase(Locale.ROOT);
  }

  private static Node.Kind kind(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> Node.Kind.TEXT;
      case VALUE_NUMBER_INT -> Node.Kind.INTEGER;
      case VALUE_NUMBER_FLOAT -> Node.Kind.DECIMAL;
      case VALUE_TRUE, VALUE_FALSE -> Node.Kind.BOOLEAN;
      case VALUE_NULL -> Node.Kind.NOTHING;
      case START_OBJECT,
          END_OBJECT,
          START_ARRAY,
          END_ARRAY,
          FIELD_NAME,
          VALUE_EMBEDDED_OBJECT,
          NOT_AVAILABLE ->
          throw new AssertionError(token);
    };
  }

  private Origin here() {
    return place(name, parser.currentTokenLocation());
  }

  private static Origin place(String name, @Nullable JsonLocation location) {
    return location == null
        ? new Origin(name, 1, 1)
        : new Origin(name, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }
}
