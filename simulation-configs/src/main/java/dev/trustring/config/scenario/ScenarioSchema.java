package dev.trustring.config.scenario;

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
import static dev.trustring.config.scenario.SchemaParts.pattern;
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
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.project.BundleNames;
import dev.trustring.kv.point.FaultPoint;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.PacketLimits;
import dev.trustring.trust.wire.BindVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema (draft 2020-12) of scenario files, for completion and checks in editors.
 *
 * <p>It knows every call, fault and word. What only a reader can know, such as whether a named
 * device exists, it leaves to {@link ScenarioReader}.
 */
public final class ScenarioSchema {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private ScenarioSchema() {}

  /** The schema of scenarios that use those words. */
  public static ObjectNode of(Vocabulary vocabulary) {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("trustring", whole(ScenarioReader.FORMAT, ScenarioReader.FORMAT, "format version"));
    keys.put("title", text("what the story is called"));
    keys.put("teaches", text("one sentence on what the story shows"));
    keys.put("rules", words(List.of(RuleSet.values()), RuleSet::word, RuleSet::meaning));
    keys.put("seed", typed("integer", "from which all chance is drawn; 1 if it is missing"));
    keys.put("downing", words(List.of(Downing.values()), Downing::word, Downing::meaning));
    keys.put("realTime", flag("whether it comes out the same in real time; true if missing"));
    keys.put("apps", mapOf(app(vocabulary), Draft.NAME_PATTERN, "the apps, by alias"));
    keys.put(
        "permissions",
        mapOf(
            permission(),
            PermissionReader.NAME_PATTERN,
            "permissions that the platform of this story adds or changes, by name"));
    keys.put("devices", mapOf(deviceSchema(), Draft.NAME_PATTERN, "the devices, by name"));
    keys.put("fleets", mapOf(fleet(), Draft.NAME_PATTERN, "many devices from one line each"));
    keys.put("networks", mapOf(network(), Draft.NAME_PATTERN, "where radios can meet"));
    keys.put("links", listOf(LinkSchema.link(), "where two devices hear each other otherwise"));
    keys.put("trust", listOf(bond(), "bonds that exist before the story begins"));
    keys.put("timeline", new TimelineSchema(vocabulary).schema());
    keys.put(
        "faultPoints",
        listOf(
            words(List.of(FaultPoint.values()), FaultPoint::word, FaultPoint::meaning),
            "where the code may take the rarer way in this run; campaigns draw them"));
    keys.put("expect", new ExpectationSchema(vocabulary).schema());
    keys.put("chaos", new ChaosSchema(vocabulary).schema());
    keys.put("$schema", typed("string", "for editors"));
    ObjectNode schema =
        JsonNodeFactory.instance.objectNode().put("$schema", DIALECT).put("title", "Scenario");
    schema.setAll(object(keys, List.of("trustring", "title"), "a story for the simulator"));
    schema.putObject("$defs").set(QuerySchema.NAME, QuerySchema.definition());
    schema.putArray("anyOf").add(having("devices")).add(having("fleets"));
    return schema;
  }

  private static ObjectNode app(Vocabulary vocabulary) {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("project", text("folder of a HarmonyOS project, from the folder of this file"));
    keys.put("bundle", pattern(BundleNames.PATTERN, "the app's bundle name"));
    keys.put("permissions", listOf(text(""), "the permissions that its manifest requests"));
    keys.put("signing", text("by whom it is signed; another word makes it another app"));
    keys.put("apl", words(AppReader.APLS.all(), "its ability privilege level"));
    keys.put("allowedAcls", listOf(text(""), "permissions above its level that it may hold"));
    keys.put("systemApp", flag("whether it is a system app"));
    keys.put("distribution", words(AppReader.CHANNELS.all(), "the channel that it comes by"));
    keys.put("debug", flag("whether its profile is one for debugging"));
    keys.put(
        "dataGroupIds", listOf(text(""), "the data groups that its manifest or profile names"));
    keys.put("stores", mapOf(storeOptions(vocabulary), AppReader.STORE_PATTERN, "its stores"));
    ObjectNode app = object(keys, List.of(), "an app: its project, or its bundle and the rest");
    app.set("if", having("project"));
    app.set("then", properties(Map.of("bundle", never())));
    app.set("else", having("bundle"));
    app.putArray("allOf").add(when(having("project"), properties(Map.of("permissions", never()))));
    return app;
  }

  private static JsonNode storeOptions(Vocabulary vocabulary) {
    return StoreOptions.param(vocabulary)
        .<JsonNode>map(param -> TimelineSchema.arguments(param.fields(), param.meaning()))
        .orElse(never());
  }

  private static ObjectNode permission() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put(
        "grantMode", words(PermissionReader.MODES.all(), "who gives it; a new one must say it"));
    keys.put(
        "availableLevel",
        words(PermissionReader.LEVELS.all(), "the lowest level that may hold it"));
    keys.put("availableType", words(PermissionReader.TYPES.all(), "which kind of app may hold it"));
    keys.put("provisionEnable", flag("whether a profile's ACL may lift an app over its level"));
    keys.put("distributedSceneEnable", flag("a mark that the platform keeps and never asks"));
    keys.put("hasValue", flag("whether it comes with a value from the profile"));
    ObjectNode since =
        pattern(PermissionReader.SINCE_PATTERN, "the API version that brought it, such as 20");
    since.set("type", array(List.of("string", "number")));
    keys.put("since", since);
    keys.put("from", span("since when; a device has it from its next start on"));
    return object(keys, List.of(), "a permission of the platform");
  }

  private static ObjectNode deviceSchema() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("kind", words(DeviceReader.KINDS.all(), "what it is, and so its usual radios"));
    keys.put(
        "tier", words(DeviceReader.TIERS.all(), "how large its system is; standard if missing"));
    keys.put("level", level());
    keys.put("level-proof", levelProof());
    keys.put("tee", flag("whether it has a trusted execution environment"));
    keys.put("account", text("the HUAWEI ID that it is logged in to"));
    keys.put("apps", apps());
    keys.put(
        "radios",
        listOf(words(DeviceReader.RADIOS.all(), ""), "its radios").put("uniqueItems", true));
    keys.put("clock", signedSpan("how far its clock is ahead of true time"));
    keys.put("dmVersion", dmVersion());
    keys.put(
        "mtu",
        whole(
            PacketLimits.LEAST_MTU,
            PacketLimits.GREATEST_MTU,
            "how many bytes its soft bus carries at a time; packets of rows follow it"));
    keys.put("charging", flag("whether it is on a charger all the time; false if missing"));
    keys.put("person", person("the habits of the person in front of it"));
    return object(keys, List.of("kind"), "a device");
  }

  private static ObjectNode dmVersion() {
    ObjectNode version =
        pattern(
            "^" + BindVersion.FORM + "$",
            "the version of its DeviceManager; below 5.1.0 it binds in the old way");
    version.set("type", array(List.of("string", "number")));
    return version;
  }

  private static ObjectNode level() {
    return words(DeviceReader.LEVELS.all(), "the security level that it can prove");
  }

  private static ObjectNode levelProof() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("in-attributes", flag("whether it states its level when it comes online"));
    keys.put("credential", words(DeviceReader.CREDENTIALS.all(), "what is wrong with its proof"));
    keys.put("after", span("how long it takes to make one"));
    return object(keys, List.of(), "how it proves its level to who asks");
  }

  private static ObjectNode apps() {
    return listOf(name(""), "the apps that it has installed").put("uniqueItems", true);
  }

  static ObjectNode person(String meaning) {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("permission", words(PersonReader.PERMISSION.all(), "answer to permission dialogs"));
    keys.put("bind", words(PersonReader.BIND.all(), "answer to a device that wants to bond"));
    keys.put("pin", words(PersonReader.PIN.all(), "how the PIN is typed"));
    keys.put("after", span("how long the answer takes"));
    return object(keys, List.of(), meaning);
  }

  private static ObjectNode fleet() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("count", whole(1, FleetReader.DEVICES_MAX, "how many devices"));
    keys.put("group", whole(1, FleetReader.DEVICES_MAX, "how many share an account and Wi-Fi"));
    keys.put(
        "kinds",
        listOf(words(DeviceReader.KINDS.all(), ""), "the kinds of a group, in turn")
            .put("minItems", 1));
    keys.put("level", level());
    keys.put("tee", flag("whether they have a trusted execution environment"));
    keys.put("apps", apps());
    keys.put("person", person("the habits of the people in front of them"));
    return object(keys, List.of("count", "group", "kinds"), "a fleet of like groups");
  }

  private static ObjectNode network() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("type", words(NetworkReader.TYPES.all(), "an access point, or Bluetooth range"));
    keys.put("members", devices("who is there"));
    keys.put("subnet", text("the IP subnet; access points with the same one are one LAN"));
    keys.put("apIsolation", flag("whether the access point keeps its clients apart"));
    keys.put("guest", flag("whether who is in it reaches nobody outside, nor by default inside"));
    LinkSchema.addTo(keys);
    ObjectNode network = object(keys, List.of("type", "members"), "a network");
    ObjectNode noAccessPoint = properties(Map.of("subnet", never()));
    noAccessPoint.withObject("/properties").set("apIsolation", never());
    noAccessPoint.withObject("/properties").set("guest", never());
    network.setAll(when(where("type", List.of("bluetooth")), noAccessPoint));
    return network;
  }

  private static ObjectNode bond() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put(
        "between",
        listOf(device(""), "the two devices")
            .put("minItems", 2)
            .put("maxItems", 2)
            .put("uniqueItems", true));
    keys.put("by", words(BondReader.WAYS.all(), "how the bond was made"));
    keys.put("for", name("the app that made it; user when a system process made it for all"));
    return object(keys, List.of("between", "by", "for"), "a bond");
  }
}
