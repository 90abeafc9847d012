package dev.trustring.config.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.token.UserId;
import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.person.Person;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the steps that call the platform. A step whose person differs from the habits of several
 * devices becomes one step for each habit.
 */
final class CallReader {

  /** Most calls that a timeline may make, counted per device. */
  static final int CALLS_MAX = 1_000_000;

  private static final List<String> KEYS =
      List.of(
          "at", "on", "app", "user", "call", "args", "person", "returns", "throws", "syncComplete");

  private final Draft draft;
  private final Selectors selectors;
  private final ArgumentReader arguments;
  private int calls;

  CallReader(Draft draft) {
    this.draft = draft;
    this.selectors = new Selectors(draft);
    this.arguments = new ArgumentReader(draft);
  }

  List<Step> read(Node node, Duration at) {
    Fields fields = Fields.of(node, "a step with a call", KEYS);
    CallSpec spec = spec(fields.need("call"));
    List<DeviceName> devices = selectors.many(fields.need("on"));
    count(fields, devices);
    Optional<String> app = app(fields, devices);
    UserId user = user(fields);
    CallExpectation expect = expectation(fields, spec);
    ObjectNode args = arguments(fields, spec, app, expect);
    if (spec.name().value().endsWith(".install")) {
      draft.installs(args.path("app").asText(), devices);
    }
    List<Step> steps = new ArrayList<>();
    people(fields, devices)
        .forEach(
            (person, those) ->
                steps.add(
                    new Step.Call(
                        at, those, app, user, spec.name(), args, person, expect, node.origin())));
    return steps;
  }

  private CallSpec spec(Node node) {
    Draft.known(node, "call", draft.calls().keySet());
    return Optional.ofNullable(draft.calls().get(Values.text(node))).orElseThrow();
  }

  private void count(Fields fields, List<DeviceName> devices) {
    calls += devices.size();
    if (calls > CALLS_MAX) {
      throw InputError.at(
          fields.originOf("on"),
          "the timeline makes too many calls",
          String.format(Locale.ROOT, "at most %,d, counted per device", CALLS_MAX));
    }
  }

  private Optional<String> app(Fields fields, List<DeviceName> devices) {
    Node node = fields.need("app");
    if (node instanceof Node.Scalar scalar && scalar.text().equals(Vocabulary.SETTINGS)) {
      return Optional.empty();
    }
    String alias = draft.alias(node);
    selectors.checkInstalled(node, devices, alias);
    return Optional.of(alias);
  }

  private static UserId user(Fields fields) {
    return fields
        .find("user")
        .map(node -> new UserId((int) Values.whole(node, 0, Integer.MAX_VALUE)))
        .orElse(UserId.FIRST);
  }

  private Map<Optional<Person>, List<DeviceName>> people(Fields fields, List<DeviceName> devices) {
    Map<Optional<Person>, List<DeviceName>> people = new LinkedHashMap<>();
    Optional<Node> node = fields.find("person");
    if (node.isEmpty()) {
      people.put(Optional.empty(), devices);
      return people;
    }
    for (DeviceName device : devices) {
      Person usual = draft.device(device).map(d -> d.profile().person()).orElse(Person.AGREEABLE);
      Person person = PersonReader.read(node.get(), usual);
      people.computeIfAbsent(Optional.of(person), key -> new ArrayList<>()).add(device);
    }
    return people;
  }

  private CallExpectation expectation(Fields fields, CallSpec spec) {
    Optional<JsonNode> returns = fields.find("returns").map(Values::json);
    Optional<String> failure = fields.find("throws").map(CallReader::failure);
    if (failure.isPresent()) {
      fields.refuse("returns", "a call that throws returns nothing");
      fields.refuse("syncComplete", "a call that throws completes nothing");
    }
    if (!spec.name().isSync()) {
      fields.refuse("syncComplete", "only a sync completes");
    }
    TreeMap<DeviceName, Long> completed = new TreeMap<>();
    for (Node.Entry entry :
        fields.entries("syncComplete", "an object of devices and their numbers")) {
      Node.Scalar name = new Node.Scalar(entry.origin(), Node.Kind.TEXT, entry.key());
      completed.put(
          selectors.one(name), Values.whole(entry.value(), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    return new CallExpectation(returns, failure, completed);
  }

  /** A code or a name. */
  private static String failure(Node node) {
    boolean number = node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.INTEGER;
    return number
        ? Long.toString(Values.whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE))
        : Values.text(node);
  }

  private ObjectNode arguments(
      Fields fields, CallSpec spec, Optional<String> app, CallExpectation expect) {
    Node given = fields.find("args").orElseGet(() -> new Node.Mapping(fields.origin(), List.of()));
    if (expect.failure().filter("401"::equals).isPresent()) {
      return ArgumentReader.unchecked(spec.params(), given);
    }
    Fields args = Fields.of(given, "an object of arguments", ArgumentReader.names(spec.params()));
    if (StoreOptions.areTakenBy(spec) && !args.has(StoreOptions.OPTIONS)) {
      return withListedOptions(spec, args, app);
    }
    ObjectNode object = arguments.object(spec.params(), args);
    noteLabel(spec, args, app);
    return object;
  }

  private ObjectNode withListedOptions(CallSpec spec, Fields args, Optional<String> app) {
    ObjectNode object =
        arguments.object(
            spec.params().stream()
                .filter(param -> !param.name().equals(StoreOptions.OPTIONS))
                .toList(),
            args);
    String store = object.path(StoreOptions.STORE_ID).asText();
    Optional<ObjectNode> listed = new StoreOptions(draft).of(app, args.find(StoreOptions.STORE_ID));
    boolean appIsBroken = app.isPresent() && app.flatMap(draft::app).isEmpty();
    if (appIsBroken) {
      return object;
    }
    if (listed.isEmpty()) {
      throw InputError.at(
          args.originOf(StoreOptions.STORE_ID),
          "store " + InputError.quoted(store) + " has no options",
          "key 'options' here, or the store under apps." + app.orElse("<app>") + ".stores");
    }
    object.set(StoreOptions.OPTIONS, listed.get());
    return object;
  }

  private void noteLabel(CallSpec spec, Fields args, Optional<String> app) {
    if (!StoreOptions.areTakenBy(spec)) {
      return;
    }
    Optional<Node> label = args.find(StoreOptions.OPTIONS).flatMap(StoreOptions::label);
    app.flatMap(draft::app)
        .ifPresent(
            one ->
                label.ifPresent(
                    node ->
                        draft.fact(
                            FactKey.storeLabel(
                                one.contents().bundle(), args.text(StoreOptions.STORE_ID)),
                            node.origin())));
  }
}
