package dev.trustring.sim.explain;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.sim.explain.Topic.Entry;
import dev.trustring.sim.explain.Topic.Kind;
import dev.trustring.sim.explain.Topic.Section;
import dev.trustring.sim.fault.Faults;
import dev.trustring.sim.oracle.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What scenarios are made of, as topics: calls, faults, rule sets; and verdicts. */
final class WorldTopics {

  private WorldTopics() {}

  static List<Topic> all() {
    List<Topic> topics = new ArrayList<>();
    StandardCalls.registry().specs().stream().map(WorldTopics::call).forEach(topics::add);
    Faults.specs().stream().map(WorldTopics::fault).forEach(topics::add);
    Arrays.stream(RuleSet.values()).map(WorldTopics::rules).forEach(topics::add);
    Arrays.stream(Verdict.values()).map(WorldTopics::verdict).forEach(topics::add);
    return topics;
  }

  private static Topic call(CallSpec call) {
    String name = call.name().value();
    List<Entry> params = new ArrayList<>();
    call.params().forEach(param -> describe("", param, params));
    return new Topic(
        Kind.CALL,
        name,
        List.of(name.substring(name.indexOf('.') + 1)),
        call.meaning(),
        List.of(
            new Section("Parameters", params),
            Section.of("Returns", call.returns()),
            new Section(
                "Failures",
                call.failures().stream()
                    .map(failure -> new Entry(failure.codeOrName(), failure.when()))
                    .toList())));
  }

  private static void describe(String prefix, Param param, List<Entry> entries) {
    String words = param.words().isEmpty() ? "" : ", one of " + String.join(", ", param.words());
    String kind = param.words().isEmpty() ? ", " + param.type().expectation() : words;
    String need = param.required() ? "needed" : "may be left out";
    entries.add(new Entry(prefix + param.name(), param.meaning() + " (" + need + kind + ")"));
    param.fields().forEach(field -> describe(prefix + param.name() + ".", field, entries));
  }

  private static Topic fault(FaultSpec fault) {
    return new Topic(
        Kind.FAULT,
        fault.kind(),
        List.of(),
        fault.meaning(),
        List.of(
            new Section("Parameters", fault.params().stream().map(WorldTopics::entry).toList()),
            Section.of(
                "Duration",
                switch (fault.lasting()) {
                  case ONCE -> "happens once";
                  case MAY_HEAL -> "heals by itself after the time of 'for'";
                  case ALWAYS_HEALS -> "heals by itself after the time of 'for', which is needed";
                })));
  }

  private static Entry entry(FaultParam param) {
    String kind =
        param.words().isEmpty()
            ? param.type().name().toLowerCase(Locale.ROOT)
            : "one of " + String.join(", ", param.words());
    String need = param.required() ? "needed" : "may be left out";
    return new Entry(param.name(), param.meaning() + " (" + need + ", " + kind + ")");
  }

  private static Topic rules(RuleSet rules) {
    List<Entry> own =
        GateTopics.gates().entrySet().stream()
            .filter(gate -> gate.getValue().equals(List.of(rules)))
            .map(gate -> entry(gate.getKey()))
            .toList();
    return new Topic(
        Kind.RULES,
        rules.word(),
        List.of(),
        rules.meaning(),
        List.of(new Section("Gates that it alone has", own)));
  }

  private static Entry entry(GateInfo info) {
    return new Entry(info.id() + " " + info.name(), info.rule());
  }

  private static Topic verdict(Verdict verdict) {
    return new Topic(
        Kind.VERDICT,
        verdict.word(),
        List.of(),
        verdict.meaning(),
        List.of(Section.of("Exit code", Integer.toString(verdict.exitCode()))));
  }
}
