package dev.trustring.sim.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.net.Direction;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a step of the timeline says about a fault; the reader has checked it against the fault's
 * parameters.
 *
 * @param cause the name under which evidence speaks of this fault
 */
record FaultArguments(ObjectNode values, FactKey cause) {

  String text(String name) {
    return values.required(name).asText();
  }

  String text(String name, String otherwise) {
    JsonNode found = values.get(name);
    return found == null ? otherwise : found.asText();
  }

  DeviceName device() {
    return new DeviceName(text("device"));
  }

  Direction direction() {
    return new Direction(new DeviceName(text("from")), new DeviceName(text("to")));
  }

  /** From 0 to 1. */
  double share(String name) {
    return values.required(name).asDouble();
  }

  Duration span(String name) {
    return Duration.parse(text(name));
  }

  List<Set<DeviceName>> groups(String name) {
    List<Set<DeviceName>> groups = new ArrayList<>();
    for (JsonNode group : values.required(name)) {
      TreeSet<DeviceName> members = new TreeSet<>();
      group.forEach(member -> members.add(new DeviceName(member.asText())));
      groups.add(members);
    }
    return groups;
  }
}
