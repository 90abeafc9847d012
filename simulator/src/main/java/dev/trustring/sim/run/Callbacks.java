package dev.trustring.sim.run;

import dev.trustring.config.scenario.Step;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The calls of {@code syncComplete} and the syncs that they answer. An app is told device by device
 * and not which of its syncs is meant, so they are matched: calls of one app on one store, in the
 * order in which their attempts began.
 */
final class Callbacks {

  private static final Comparator<Told> IN_ORDER_OF_ATTEMPTS =
      Comparator.<Told>comparingInt(told -> told.first().boot())
          .thenComparingInt(told -> told.first().number());

  private record Told(Completion completion, Processes.Id process, AttemptId first) {}

  /** A sync that a process of an app has called. */
  record Sync(Step.Call step, Processes.Id process, long storyNanos) {

    private String store() {
      return step.arguments().path("storeId").asText();
    }

    /** The devices that it names; none when it means all. */
    private Set<DeviceName> targets() {
      Set<DeviceName> targets = new TreeSet<>();
      step.arguments().path("deviceIds").forEach(id -> targets.add(new DeviceName(id.asText())));
      return targets;
    }

    private boolean mayBeAnsweredBy(Told told) {
      Completion completion = told.completion();
      return told.process().equals(process)
          && completion.store().equals(store())
          && completion.storyNanos() >= storyNanos
          && (targets().isEmpty() || targets().containsAll(completion.numbers().keySet()));
    }
  }

  private final List<Told> all = new ArrayList<>();

  /**
   * An app was called back.
   *
   * @param process which of its processes that was
   */
  void add(Happening.SyncCompleted done, Processes.Id process, long storyNanos) {
    AttemptId first =
        done.first()
            .orElseThrow(() -> new IllegalStateException("a callback without an attempt: " + done));
    all.add(
        new Told(
            new Completion(
                storyNanos,
                done.device(),
                done.app().value(),
                done.store().value(),
                done.numbers()),
            process,
            first));
  }

  /** In the order in which they came. */
  List<Completion> inOrder() {
    return all.stream().map(Told::completion).toList();
  }

  /** For each sync the callback that answers it; the syncs are in the order of their calls. */
  List<Optional<Completion>> answersTo(List<Sync> syncs) {
    Map<DeviceName, List<Told>> open = new TreeMap<>();
    all.stream()
        .sorted(IN_ORDER_OF_ATTEMPTS)
        .forEach(
            told ->
                open.computeIfAbsent(told.completion().device(), absent -> new ArrayList<>())
                    .add(told));
    List<Optional<Completion>> answers = new ArrayList<>();
    for (Sync sync : syncs) {
      List<Told> here = open.getOrDefault(sync.process().device(), List.of());
      Optional<Told> told = here.stream().filter(sync::mayBeAnsweredBy).findFirst();
      told.ifPresent(here::remove);
      answers.add(told.map(Told::completion));
    }
    return answers;
  }
}
