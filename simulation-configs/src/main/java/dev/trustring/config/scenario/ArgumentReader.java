package dev.trustring.config.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import java.util.List;
import java.util.function.Function;

/** Reads the arguments of a call against its parameters. */
final class ArgumentReader {

  private static final String WHAT = "an object of arguments";

  private final Draft draft;

  ArgumentReader(Draft draft) {
    this.draft = draft;
  }

  /** The arguments; every parameter that must be there is, and every value has its type. */
  ObjectNode object(List<Param> params, Node node) {
    return object(params, Fields.of(node, WHAT, names(params)));
  }

  ObjectNode object(List<Param> params, Fields fields) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Param param : params) {
      if (param.required()) {
        fields.need(param.name());
      }
      fields.find(param.name()).ifPresent(node -> object.set(param.name(), value(param, node)));
    }
    return object;
  }

  /** The arguments of a call that is meant to be wrong: only the names must be right. */
  static ObjectNode unchecked(List<Param> params, Node node) {
    Fields fields = Fields.of(node, WHAT, names(params));
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Param param : params) {
      fields.find(param.name()).ifPresent(value -> object.set(param.name(), Values.json(value)));
    }
    return object;
  }

  static List<String> names(List<Param> params) {
    return params.stream().map(Param::name).toList();
  }

  private JsonNode value(Param param, Node node) {
    return switch (param.type()) {
      case TEXT -> text(node);
      case INTEGER, BOOLEAN, SCALAR -> single(param, node);
      case WORD ->
          TextNode.valueOf(Words.of(param.name(), param.words(), Function.identity()).parse(node));
      case TEXTS -> texts(node);
      case APP -> TextNode.valueOf(draft.alias(node));
      case DEVICE -> TextNode.valueOf(new Selectors(draft).one(node).value());
      case DEVICES -> devices(node);
      case QUERY, OBJECT, OBJECTS -> composed(param, node);
    };
  }

  private JsonNode composed(Param param, Node node) {
    if (param.type() == ParamType.QUERY) {
      return new QueryReader(draft).read(node);
    }
    return param.type() == ParamType.OBJECT
        ? object(param.fields(), node)
        : objects(param.fields(), node);
  }

  private JsonNode objects(List<Param> fields, Node node) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    Values.list(node, "a list of objects").forEach(item -> array.add(object(fields, item)));
    return array;
  }

  private static JsonNode text(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.TEXT) {
      return TextNode.valueOf(scalar.text());
    }
    return TextNode.valueOf(Values.text(node));
  }

  private static JsonNode single(Param param, Node node) {
    JsonNode value = Values.json(node);
    boolean fits =
        switch (param.type()) {
          case INTEGER -> value.isIntegralNumber();
          case BOOLEAN -> value.isBoolean();
          case SCALAR -> value.isTextual() || value.isNumber() || value.isBoolean();
          case TEXT, WORD, TEXTS, APP, DEVICE, DEVICES, QUERY, OBJECT, OBJECTS ->
              throw new AssertionError(param.type());
        };
    if (!fits) {
      throw InputError.found(node, param.type().expectation());
    }
    return value;
  }

  private static JsonNode texts(Node node) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    Values.list(node, "a list of texts").forEach(item -> array.add(text(item)));
    return array;
  }

  private JsonNode devices(Node node) {
    Selectors selectors = new Selectors(draft);
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node item : Values.list(node, "a list of devices")) {
      array.add(selectors.one(item).value());
    }
    return array;
  }
}
