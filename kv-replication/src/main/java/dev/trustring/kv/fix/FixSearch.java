package dev.trustring.kv.fix;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Fix;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo.Side;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.gate.Gates;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;

/**
 * Searches the smallest sets of changes after which no gate stops the attempt any more.
 *
 * <p>Nothing is listed that was not tried: each set is applied to the facts and judged again. The
 * search goes breadth first and only tries changes that take away the first stop, so its cost grows
 * with the number of stops and not with the number of known changes to that power.
 */
public final class FixSearch {

  private static final int MOST_CHANGES = 5;
  private static final int MOST_FIXES = 5;

  private FixSearch() {}

  /** The smallest fixes, fewest changes first; empty when no known change helps. */
  public static List<Fix> of(AttemptFacts facts) {
    List<Fix> found = new ArrayList<>();
    Map<TreeSet<String>, Boolean> seen = new LinkedHashMap<>();
    Queue<Trial> open = new ArrayDeque<>();
    open.add(new Trial(facts, List.of(), List.of(), new TreeSet<>()));
    int smallest = MOST_CHANGES;
    while (!open.isEmpty() && found.size() < MOST_FIXES) {
      Trial trial = open.remove();
      if (trial.ids.size() > smallest) {
        break;
      }
      Optional<Stop> stop = firstStop(Foresight.asIfTriedNow(trial.facts));
      if (stop.isEmpty()) {
        smallest = trial.ids.size();
        found.add(new Fix(trial.says, trial.notes));
      } else if (trial.ids.size() < MOST_CHANGES) {
        trial.widen(stop.get()).stream()
            .filter(wider -> seen.put(wider.ids, true) == null)
            .forEach(open::add);
      }
    }
    return found;
  }

  private static Optional<Stop> firstStop(AttemptFacts facts) {
    for (Gate gate : Gates.of(facts.rules())) {
      boolean nobodyThere = gate.info().side() == Side.RECEIVER && facts.receiver().isEmpty();
      if (!nobodyThere) {
        Verdict verdict = gate.check(facts);
        if (verdict.stop().isPresent()) {
          return Optional.of(new Stop(gate.info().id(), verdict.stop().get()));
        }
      }
    }
    return Optional.empty();
  }

  private record Stop(String gate, DenyReason reason) {}

  private record Trial(
      AttemptFacts facts, List<String> says, List<String> notes, TreeSet<String> ids) {

    /** One more change, each of those that take the stop away. */
    List<Trial> widen(Stop stop) {
      List<Trial> wider = new ArrayList<>();
      for (Change change : Changes.all()) {
        if (!ids.contains(change.id()) && change.applies().test(facts)) {
          AttemptFacts after = change.apply().apply(facts);
          boolean helps = !firstStop(Foresight.asIfTriedNow(after)).equals(Optional.of(stop));
          if (helps) {
            wider.add(with(change, after));
          }
        }
      }
      return wider;
    }

    private Trial with(Change change, AttemptFacts after) {
      List<String> moreSays = new ArrayList<>(says);
      moreSays.add(change.says().apply(facts));
      List<String> moreNotes = new ArrayList<>(notes);
      String note = change.note().apply(facts);
      if (!note.isEmpty() && !moreNotes.contains(note)) {
        moreNotes.add(note);
      }
      TreeSet<String> moreIds = new TreeSet<>(ids);
      moreIds.add(change.id());
      return new Trial(after, moreSays, moreNotes, moreIds);
    }
  }
}
