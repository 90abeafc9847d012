package dev.trustring.config.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the steps in which a fault strikes. */
final class FaultReader {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Draft draft;
  private final Selectors selectors;
  private final Words<FaultSpec> kinds;

  FaultReader(Draft draft) {
    this.draft = draft;
    this.selectors = new Selectors(draft);
    this.kinds = Words.of("fault", draft.vocabulary().faults(), FaultSpec::kind);
  }

  Step read(Node node, Duration at) {
    Fields open = Fields.open(node, "a step with a fault");
    FaultSpec spec = kinds.parse(open.need("fault"));
    Fields fields = Fields.of(node, "fault " + spec.kind(), keys(spec));
    if (spec.mustLast()) {
      fields.need("for");
    }
    Optional<Duration> lasts =
        open.find("for").map(span -> Times.span(span, SHORTEST, Times.LONGEST));
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    for (FaultParam param : spec.params()) {
      if (param.required()) {
        fields.need(param.name());
      }
      fields
          .find(param.name())
          .ifPresent(given -> arguments.set(param.name(), value(param, given)));
    }
    return new Step.Fault(at, spec.kind(), arguments, lasts, node.origin());
  }

  private static List<String> keys(FaultSpec spec) {
    List<String> keys = new ArrayList<>(List.of("at", "fault"));
    if (spec.canLast()) {
      keys.add("for");
    }
    spec.params().forEach(param -> keys.add(param.name()));
    return keys;
  }

  /** The argument that is written there for a parameter. */
  JsonNode value(FaultParam param, Node node) {
    return switch (param.type()) {
      case NETWORK, DEVICE, APP -> TextNode.valueOf(named(param.type(), node));
      case DEVICES -> names(selectors.many(node));
      case GROUPS -> groups(node);
      case SPAN, DELAY, PERIOD -> TextNode.valueOf(span(param.type(), node).toString());
      case COUNT -> IntNode.valueOf((int) Values.whole(node, 0, Integer.MAX_VALUE));
      case SHARE -> DoubleNode.valueOf(Values.decimal(node, 0, 1));
      case WORD ->
          TextNode.valueOf(Words.of(param.name(), param.words(), Function.identity()).parse(node));
      case TEXT -> TextNode.valueOf(Values.text(node));
      case FLAG -> BooleanNode.valueOf(Values.flag(node));
    };
  }

  private static Duration span(FaultParam.Type type, Node node) {
    if (type == FaultParam.Type.PERIOD) {
      return Times.span(node, SHORTEST, Times.LONGEST);
    }
    Duration least = type == FaultParam.Type.DELAY ? Duration.ZERO : Times.LONGEST.negated();
    return Times.span(node, least, Times.LONGEST);
  }

  private String named(FaultParam.Type type, Node node) {
    return switch (type) {
      case NETWORK -> draft.network(node);
      case DEVICE -> selectors.one(node).value();
      case APP -> draft.alias(node);
      case DEVICES, GROUPS, SPAN, DELAY, PERIOD, COUNT, SHARE, WORD, TEXT, FLAG ->
          throw new AssertionError(type);
    };
  }

  private static ArrayNode names(List<DeviceName> devices) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(devices.size());
    devices.forEach(device -> array.add(device.value()));
    return array;
  }

  private ArrayNode groups(Node node) {
    ArrayNode groups = JsonNodeFactory.instance.arrayNode();
    Set<DeviceName> seen = new LinkedHashSet<>();
    for (Node item : Values.list(node, "a list of lists of devices")) {
      List<DeviceName> group =
          selectors.many(
              item instanceof Node.Sequence
                  ? item
                  : new Node.Sequence(item.origin(), List.of(item)));
      for (DeviceName device : group) {
        if (!seen.add(device)) {
          throw InputError.at(item.origin(), device + " is in two groups", "each device once");
        }
      }
      groups.add(names(group));
    }
    if (groups.size() < 2) {
      throw InputError.found(node, "at least two groups");
    }
    return groups;
  }
}
