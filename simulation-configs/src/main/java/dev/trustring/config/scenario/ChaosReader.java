package dev.trustring.config.scenario;

import dev.trustring.config.scenario.Chaos.FaultClass;
import dev.trustring.config.text.DrawRange;
import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads what a campaign draws. */
final class ChaosReader {

  static final int RUNS_MAX = 10_000_000;
  static final int OPERATIONS_MAX = 10_000;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final double STRIKES_A_MINUTE_MAX = 600;
  private static final String FOR = "for";

  private final Draft draft;
  private final FaultReader faults;

  ChaosReader(Draft draft) {
    this.draft = draft;
    this.faults = new FaultReader(draft);
  }

  Chaos read(Node node) {
    Fields fields =
        Fields.of(node, "an object of chaos", List.of("runs", "until", "operations", "faults"));
    List<FaultClass> classes = new ArrayList<>();
    for (Node item : fields.list("faults", "a list of classes of faults")) {
      draft.problems().attempt(() -> faultClass(item)).ifPresent(classes::add);
    }
    return new Chaos(
        fields.has("runs")
            ? OptionalInt.of((int) Values.whole(fields.need("runs"), 1, RUNS_MAX))
            : OptionalInt.empty(),
        fields.find("until").map(span -> Times.span(span, SHORTEST, LONGEST)),
        fields
            .find("operations")
            .map(
                given ->
                    range(
                        given, end -> Values.whole(end, 0, OPERATIONS_MAX), "a range of numbers")),
        classes);
  }

  private interface Check {
    void check(Node.Scalar end);
  }

  /** A range, or one value for both ends. */
  private static DrawRange range(Node node, Check check, String expected) {
    if (!(node instanceof Node.Scalar scalar)) {
      throw InputError.found(node, expected);
    }
    DrawRange range = DrawRange.of(node).orElseGet(() -> new DrawRange(scalar, scalar, true));
    range.ends().forEach(check::check);
    return range;
  }

  private FaultClass faultClass(Node node) {
    Fields open = Fields.open(node, "a class of faults");
    FaultSpec spec =
        Words.of("fault", draft.vocabulary().faults(), FaultSpec::kind).parse(open.need("kind"));
    Map<String, FaultParam> params = new TreeMap<>();
    spec.params().forEach(param -> params.put(param.name(), param));
    List<String> keys = new ArrayList<>(List.of("kind", "perMinute"));
    if (spec.canLast()) {
      keys.add(FOR);
    }
    keys.addAll(params.keySet());
    Fields fields = Fields.of(node, "class " + spec.kind(), keys);
    Map<String, Node> given = new TreeMap<>();
    if (spec.canLast()) {
      fields.find(FOR).ifPresent(span -> given.put(FOR, length(span)));
    }
    for (FaultParam param : params.values()) {
      fields.find(param.name()).ifPresent(value -> given.put(param.name(), drawn(param, value)));
    }
    return new FaultClass(spec, perMinute(fields), given, node.origin());
  }

  private static Node length(Node span) {
    range(
        span,
        end -> Times.span(end, Duration.ofMillis(1), Times.LONGEST),
        "a time or a range of times");
    return span;
  }

  private static Optional<DrawRange> perMinute(Fields fields) {
    return fields
        .find("perMinute")
        .map(
            node ->
                range(
                    node,
                    end -> Values.decimal(end, 0, STRIKES_A_MINUTE_MAX),
                    "how often a minute, a number or a range"));
  }

  /** Every value that may be drawn must be one that the fault takes. */
  private Node drawn(FaultParam param, Node node) {
    Optional<DrawRange> range = DrawRange.of(node);
    if (range.isPresent()) {
      range.get().ends().forEach(end -> faults.value(param, end));
    } else if (!param.isList()
        && node instanceof Node.Sequence choice
        && !choice.items().isEmpty()) {
      choice.items().forEach(item -> faults.value(param, item));
    } else {
      faults.value(param, node);
    }
    return node;
  }
}
