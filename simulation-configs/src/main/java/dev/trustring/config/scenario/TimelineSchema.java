package dev.trustring.config.scenario;

import static dev.trustring.config.scenario.SchemaParts.anything;
import static dev.trustring.config.scenario.SchemaParts.array;
import static dev.trustring.config.scenario.SchemaParts.device;
import static dev.trustring.config.scenario.SchemaParts.devices;
import static dev.trustring.config.scenario.SchemaParts.flag;
import static dev.trustring.config.scenario.SchemaParts.having;
import static dev.trustring.config.scenario.SchemaParts.listOf;
import static dev.trustring.config.scenario.SchemaParts.mapOf;
import static dev.trustring.config.scenario.SchemaParts.name;
import static dev.trustring.config.scenario.SchemaParts.never;
import static dev.trustring.config.scenario.SchemaParts.object;
import static dev.trustring.config.scenario.SchemaParts.properties;
import static dev.trustring.config.scenario.SchemaParts.signedSpan;
import static dev.trustring.config.scenario.SchemaParts.span;
import static dev.trustring.config.scenario.SchemaParts.text;
import static dev.trustring.config.scenario.SchemaParts.typed;
import static dev.trustring.config.scenario.SchemaParts.when;
import static dev.trustring.config.scenario.SchemaParts.where;
import static dev.trustring.config.scenario.SchemaParts.whole;
import static dev.trustring.config.scenario.SchemaParts.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of the timeline: every call with its arguments, every fault with its parameters. */
final class TimelineSchema {

  private static final String TIME = "when, from the start of the story";

  private final Vocabulary vocabulary;

  TimelineSchema(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  ObjectNode schema() {
    ObjectNode step = typed("object", "a call of the platform's API, or a fault");
    step.set("if", having("fault"));
    step.set("then", faultStep());
    step.set("else", callStep());
    return listOf(step, "what happens when");
  }

  private ObjectNode callStep() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("at", span(TIME));
    keys.put("on", devices("the devices on which the call is made"));
    keys.put("app", name("the calling app; settings is the system's settings app"));
    keys.put(
        "call", words(vocabulary.calls().specs(), spec -> spec.name().value(), CallSpec::meaning));
    keys.put("args", typed("object", "the call's arguments"));
    keys.put(
        "user",
        SchemaParts.whole(
            0, Integer.MAX_VALUE, "the user who calls; 100, the first, if not given"));
    keys.put("person", ScenarioSchema.person("what the person does in dialogs of this call"));
    keys.put("returns", anything());
    keys.put("throws", number("the code or the name that the call must raise"));
    keys.put(
        "syncComplete",
        mapOf(
            whole(Integer.MIN_VALUE, Integer.MAX_VALUE, ""),
            Draft.NAME_PATTERN,
            "the number that the callback must bring for each device"));
    ObjectNode step = object(keys, List.of("at", "on", "app", "call"), "");
    ArrayNode rules = step.putArray("allOf");
    rules.add(when(having("throws"), properties(Map.of("returns", never()))));
    rules.add(when(having("throws"), properties(Map.of("syncComplete", never()))));
    vocabulary
        .calls()
        .specs()
        .forEach(spec -> rules.add(when(where("call", List.of(spec.name().value())), of(spec))));
    return step;
  }

  static ObjectNode number(String meaning) {
    ObjectNode schema = SchemaParts.described(JsonNodeFactory.instance.objectNode(), meaning);
    schema.set("type", array(List.of("integer", "string")));
    return schema;
  }

  private static ObjectNode of(CallSpec spec) {
    Map<String, JsonNode> loose = new LinkedHashMap<>();
    spec.params().forEach(param -> loose.put(param.name(), anything()));
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.set("if", wrongOnPurpose());
    schema.set("then", properties(Map.of("args", object(loose, List.of(), spec.meaning()))));
    schema.set("else", strict(spec));
    if (!spec.name().isSync()) {
      schema.set("properties", JsonNodeFactory.instance.objectNode().set("syncComplete", never()));
    }
    return schema;
  }

  private static ObjectNode strict(CallSpec spec) {
    boolean listed = spec.param(StoreOptions.STORE_ID).isPresent();
    List<String> required =
        spec.params().stream()
            .filter(Param::required)
            .map(Param::name)
            .filter(name -> !(listed && name.equals(StoreOptions.OPTIONS)))
            .toList();
    ObjectNode args = arguments(spec.params(), required, spec.meaning());
    ObjectNode schema = properties(Map.of("args", args));
    if (!required.isEmpty()) {
      schema.set("required", array(List.of("args")));
    }
    return schema;
  }

  private static ObjectNode wrongOnPurpose() {
    ObjectNode schema = having("throws");
    schema.putObject("properties").putObject("throws").putArray("enum").add(401).add("401");
    return schema;
  }

  /** The arguments of a call, or the fields of one of them. */
  static ObjectNode arguments(List<Param> params, List<String> required, String meaning) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    params.forEach(param -> all.put(param.name(), of(param)));
    return object(all, required, meaning);
  }

  static ObjectNode arguments(List<Param> params, String meaning) {
    return arguments(
        params, params.stream().filter(Param::required).map(Param::name).toList(), meaning);
  }

  private static ObjectNode of(Param param) {
    return switch (param.type()) {
      case TEXT -> typed("string", param.meaning());
      case INTEGER -> typed("integer", param.meaning());
      case BOOLEAN -> flag(param.meaning());
      case WORD -> words(param.words(), param.meaning());
      case SCALAR -> scalar(param.meaning());
      case TEXTS -> listOf(typed("string", ""), param.meaning());
      case APP, DEVICE -> name(param.meaning());
      case DEVICES -> listOf(device(""), param.meaning());
      case QUERY, OBJECT, OBJECTS -> composed(param);
    };
  }

  private static ObjectNode composed(Param param) {
    if (param.type() == ParamType.QUERY) {
      return QuerySchema.reference(param.meaning());
    }
    return param.type() == ParamType.OBJECTS
        ? listOf(arguments(param.fields(), ""), param.meaning())
        : arguments(param.fields(), param.meaning());
  }

  private static ObjectNode scalar(String meaning) {
    ObjectNode schema = SchemaParts.described(JsonNodeFactory.instance.objectNode(), meaning);
    schema.set("type", array(List.of("string", "number", "boolean")));
    return schema;
  }

  private ObjectNode faultStep() {
    ObjectNode step = JsonNodeFactory.instance.objectNode();
    ObjectNode known = step.putObject("properties");
    known.set("fault", words(vocabulary.faults(), FaultSpec::kind, FaultSpec::meaning));
    known.set("call", never());
    ArrayNode rules = step.putArray("allOf");
    vocabulary
        .faults()
        .forEach(spec -> rules.add(when(where("fault", List.of(spec.kind())), of(spec))));
    return step;
  }

  private static ObjectNode of(FaultSpec spec) {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("at", span(TIME));
    keys.put("fault", anything());
    if (spec.canLast()) {
      keys.put("for", span("after which the fault heals by itself"));
    }
    spec.params().forEach(param -> keys.put(param.name(), of(param)));
    List<String> required = new ArrayList<>(List.of("at", "fault"));
    if (spec.mustLast()) {
      required.add("for");
    }
    spec.params().stream()
        .filter(FaultParam::required)
        .map(FaultParam::name)
        .forEach(required::add);
    return object(keys, required, spec.meaning());
  }

  private static ObjectNode spanOf(FaultParam param) {
    return param.type() == FaultParam.Type.SPAN
        ? signedSpan(param.meaning())
        : span(param.meaning());
  }

  private static ObjectNode of(FaultParam param) {
    return switch (param.type()) {
      case NETWORK, APP, DEVICE -> name(param.meaning());
      case DEVICES -> devices(param.meaning());
      case GROUPS -> listOf(devices(""), param.meaning()).put("minItems", 2);
      case SPAN, DELAY, PERIOD -> spanOf(param);
      case COUNT -> whole(0, Integer.MAX_VALUE, param.meaning());
      case SHARE -> typed("number", param.meaning()).put("minimum", 0).put("maximum", 1);
      case WORD -> words(param.words(), param.meaning());
      case TEXT -> text(param.meaning());
      case FLAG -> flag(param.meaning());
    };
  }
}
