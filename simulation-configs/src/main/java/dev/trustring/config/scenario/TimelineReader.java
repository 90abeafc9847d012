package dev.trustring.config.scenario;

import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the timeline. */
final class TimelineReader {

  private final Draft draft;
  private final CallReader calls;
  private final FaultReader faults;

  TimelineReader(Draft draft) {
    this.draft = draft;
    this.calls = new CallReader(draft);
    this.faults = new FaultReader(draft);
  }

  /** The steps, sorted by time. */
  List<Step> read(List<Node> items) {
    List<Step> steps = new ArrayList<>();
    items.forEach(draft::declareStore);
    items.forEach(item -> draft.problems().attempt(() -> steps(item)).ifPresent(steps::addAll));
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private List<Step> steps(Node item) {
    Fields fields = Fields.open(item, "a step of the timeline");
    if (fields.has("call") == fields.has("fault")) {
      String problem = fields.has("call") ? "a step with both a call and a fault" : "an idle step";
      throw InputError.at(item.origin(), problem, "key 'call' or key 'fault'");
    }
    Duration at = Times.span(fields.need("at"), Duration.ZERO, Times.LONGEST);
    return fields.has("call") ? calls.read(item, at) : List.of(faults.read(item, at));
  }

  /** When the last step is taken and the last fault that heals has healed. */
  static Duration end(List<Step> steps) {
    return steps.stream()
        .map(TimelineReader::endOf)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Duration endOf(Step step) {
    return step instanceof Step.Fault fault
        ? fault.at().plus(fault.lasts().orElse(Duration.ZERO))
        : step.at();
  }
}
