package dev.trustring.sim.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.config.scenario.Network;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Step;
import dev.trustring.sim.fault.Faults;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.sim.run.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a drawing shows besides events: for how long faults lasted, when devices were off, where the
 * run broke a rule. Times are from the start of the run.
 *
 * @param devices their names, in the order of their lanes
 * @param endNanos when the run ended
 */
record Scene(
    List<String> devices, List<Band> bands, List<Gap> gaps, List<Breach> breaches, long endNanos) {

  /**
   * A fault while it lasts.
   *
   * @param lanes the devices that it names, or all
   * @param says its parameters
   */
  record Band(String kind, long from, long to, List<Integer> lanes, String says) {}

  /** A device that is off, or paused. */
  record Gap(int lane, long from, long to, String word) {}

  /**
   * A rule that broke.
   *
   * @param row the event with which it did; empty where that showed only at the end
   */
  record Breach(String rule, String says, OptionalInt row) {}

  private static final Set<String> AWAY = Set.of("off", "paused", "shutting down");

  /** The event with which a rule broke first. */
  OptionalInt firstBreach() {
    return breaches.stream()
        .map(Breach::row)
        .filter(OptionalInt::isPresent)
        .mapToInt(OptionalInt::getAsInt)
        .min();
  }

  static Scene of(RunResult result, Recording recording) {
    Scenario scenario = result.scenario();
    List<String> devices = scenario.deviceNames().stream().map(name -> name.value()).toList();
    long begin = result.counts().setUpNanos();
    long end = begin + result.counts().virtualNanos();
    return new Scene(
        devices,
        bands(scenario, devices, begin, end),
        gaps(recording, end),
        breaches(result, recording),
        end);
  }

  private static List<Band> bands(Scenario scenario, List<String> devices, long begin, long end) {
    List<Band> bands = new ArrayList<>();
    Set<String> stays =
        Faults.specs().stream()
            .filter(FaultSpec::canLast)
            .map(FaultSpec::kind)
            .collect(Collectors.toSet());
    for (Step step : scenario.timeline()) {
      if (step instanceof Step.Fault fault) {
        long from = begin + fault.at().toNanos();
        long to =
            fault
                .lasts()
                .map(lasts -> Math.min(end, from + lasts.toNanos()))
                .orElse(stays.contains(fault.kind()) ? end : from);
        Set<Integer> lanes = new TreeSet<>();
        named(fault.arguments(), scenario.networks(), devices, lanes);
        bands.add(
            new Band(
                fault.kind(),
                from,
                to,
                lanes.isEmpty() ? List.of() : List.copyOf(lanes),
                fault.arguments().toString()));
      }
    }
    return bands;
  }

  /** The lanes of devices that stand in a fault's parameters, by their names or their network's. */
  private static void named(
      JsonNode node, List<Network> networks, List<String> devices, Set<Integer> lanes) {
    if (node.isTextual()) {
      int lane = devices.indexOf(node.asText());
      if (lane >= 0) {
        lanes.add(lane);
      }
      networks.stream()
          .filter(network -> network.name().equals(node.asText()))
          .flatMap(network -> network.members().stream())
          .forEach(member -> lanes.add(devices.indexOf(member.value())));
    }
    node.forEach(inside -> named(inside, networks, devices, lanes));
  }

  private static List<Gap> gaps(Recording recording, long end) {
    List<Gap> gaps = new ArrayList<>();
    Map<Integer, Recording.Event> away = new LinkedHashMap<>();
    for (int row = 0; row < recording.size(); row++) {
      if (recording.isOfKind(row, "power")) {
        Recording.Event event = recording.event(row);
        Recording.Event since = away.remove(event.lane());
        if (since != null) {
          gaps.add(new Gap(event.lane(), since.nanos(), event.nanos(), since.text()));
        }
        if (AWAY.contains(event.text())) {
          away.put(event.lane(), event);
        }
      }
    }
    away.values()
        .forEach(since -> gaps.add(new Gap(since.lane(), since.nanos(), end, since.text())));
    return gaps;
  }

  private static List<Breach> breaches(RunResult result, Recording recording) {
    List<Breach> breaches = new ArrayList<>();
    long begin = result.counts().setUpNanos();
    for (Finding finding : result.findings()) {
      if (!finding.held()) {
        String rule = finding.kind().equals("always") ? finding.name() : finding.kind();
        OptionalLong moment = finding.brokenNanos();
        breaches.add(
            new Breach(
                rule,
                finding.says(),
                moment.isPresent()
                    ? OptionalInt.of(recording.judgedAt(begin + moment.getAsLong()))
                    : OptionalInt.empty()));
      }
    }
    return breaches;
  }
}
