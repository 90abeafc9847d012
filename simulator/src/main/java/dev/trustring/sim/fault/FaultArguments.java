package dev.trustring.sim.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.net.Direction;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a step of the timeline says about a fault; the reader has checked it against the fault's
 * parameters.
 *
 * @param cause the name under which evidence speaks of this fault
 * @param lasts after which the fault heals
 */
record FaultArguments(ObjectNode values, FactKey cause, Optional<Duration> lasts) {

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

  int count(String name) {
    return values.required(name).asInt();
  }

  Duration span(String name) {
    return Duration.parse(text(name));
  }

  boolean has(String name) {
    return values.has(name);
  }

  List<DeviceName> devices(String name) {
    return devices(values.required(name));
  }

  List<Set<DeviceName>> groups(String name) {
    List<Set<DeviceName>> groups = new ArrayList<>();
    values.required(name).forEach(group -> groups.add(new TreeSet<>(devices(group))));
    return groups;
  }

  private static List<DeviceName> devices(JsonNode names) {
    List<DeviceName> devices = new ArrayList<>();
    names.forEach(name -> devices.add(new DeviceName(name.asText())));
    return devices;
  }
}
