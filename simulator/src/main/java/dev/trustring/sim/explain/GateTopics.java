package dev.trustring.sim.explain;

import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.gate.Gates;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.sim.explain.Topic.Entry;
import dev.trustring.sim.explain.Topic.Kind;
import dev.trustring.sim.explain.Topic.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gates, stages and reasons as topics. */
final class GateTopics {

  private GateTopics() {}

  /** Every gate with the rule sets that ask it, in the order of their chains. */
  static Map<GateInfo, List<RuleSet>> gates() {
    List<GateInfo> order = new ArrayList<>();
    Arrays.stream(RuleSet.values()).forEach(rules -> merge(order, infos(rules)));
    Map<GateInfo, List<RuleSet>> gates = new LinkedHashMap<>();
    for (GateInfo info : order) {
      gates.put(info, askedUnder(info));
    }
    return gates;
  }

  /** A gate that is new comes after the one before it in its chain and what others ask there. */
  private static void merge(List<GateInfo> order, List<GateInfo> chain) {
    int next = 0;
    for (GateInfo info : chain) {
      while (next < order.size() && !chain.contains(order.get(next))) {
        next++;
      }
      if (!order.contains(info)) {
        order.add(next, info);
      }
      next = order.indexOf(info) + 1;
    }
  }

  private static List<RuleSet> askedUnder(GateInfo info) {
    return Arrays.stream(RuleSet.values()).filter(rules -> infos(rules).contains(info)).toList();
  }

  private static List<GateInfo> infos(RuleSet rules) {
    return Gates.of(rules).stream().map(Gate::info).toList();
  }

  static List<Topic> all() {
    List<Topic> topics = new ArrayList<>();
    Arrays.stream(Stage.values()).map(GateTopics::stage).forEach(topics::add);
    gates().forEach((info, rules) -> topics.add(gate(info, rules)));
    Arrays.stream(DenyReason.values()).map(GateTopics::reason).forEach(topics::add);
    return topics;
  }

  private static Topic stage(Stage stage) {
    List<Entry> gates =
        gates().keySet().stream()
            .filter(info -> info.stage() == stage)
            .map(info -> new Entry(info.id() + " " + info.name(), info.rule()))
            .toList();
    return new Topic(
        Kind.STAGE,
        stage.word(),
        List.of(),
        stage.question(),
        List.of(new Section("Its gates", gates), new Section("Reasons to stop", reasons(stage))));
  }

  private static List<Entry> reasons(Stage stage) {
    return Arrays.stream(DenyReason.values())
        .filter(reason -> reason.stage() == stage)
        .map(reason -> new Entry(reason.code(), reason.meaning()))
        .toList();
  }

  private static Topic gate(GateInfo info, List<RuleSet> rules) {
    return new Topic(
        Kind.GATE,
        info.name(),
        List.of(info.id()),
        info.rule(),
        List.of(
            new Section(
                "Place",
                List.of(
                    new Entry("id", info.id()),
                    new Entry("asked by", "the " + info.side().word()),
                    new Entry("stage", stage(info)),
                    new Entry("rule sets", words(rules)),
                    new Entry("source", info.source()))),
            new Section("Reasons of its stage", reasons(info.stage()))));
  }

  private static String stage(GateInfo info) {
    return info.stage().number() + " " + info.stage().word() + ": " + info.stage().question();
  }

  static String words(List<RuleSet> rules) {
    return rules.stream().map(RuleSet::word).collect(Collectors.joining(", "));
  }

  private static Topic reason(DenyReason reason) {
    List<Entry> alike =
        Ways.endingIn(Ways.visible(reason).word()).stream()
            .filter(other -> other != reason)
            .map(other -> new Entry(other.code(), other.meaning()))
            .toList();
    return new Topic(
        Kind.REASON,
        reason.code(),
        List.of(reason.name()),
        reason.meaning(),
        List.of(
            Section.of("What the app sees", Ways.visible(reason).sentence()),
            Section.of("What usually changes it", reason.remedy()),
            Section.of("Stage", reason.stage().word() + ": " + reason.stage().question()),
            new Section("Looks the same to the app", alike)));
  }
}
