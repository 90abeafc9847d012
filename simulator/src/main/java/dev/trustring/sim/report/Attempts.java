package dev.trustring.sim.report;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DecisionRecord.Outcome;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All attempts of one app to bring one store from one device to another.
 *
 * @param reachedCount how many of them got through
 * @param last the record that counts, as it is how matters stand at the end
 */
record Attempts(int count, int reachedCount, DecisionRecord last) {

  private record Way(DeviceName from, DeviceName to, String app, StoreId store, TaskMode mode) {
    static Way of(DecisionRecord record) {
      return new Way(
          record.from(), record.to(), record.app().value(), record.store(), record.mode());
    }
  }

  /** The attempts of a run, in the order of the first of each. */
  static List<Attempts> in(List<DecisionRecord> decisions) {
    Map<Way, Attempts> ways = new LinkedHashMap<>();
    for (DecisionRecord decision : decisions) {
      int reached = decision.outcome() == Outcome.YES ? 1 : 0;
      ways.merge(Way.of(decision), new Attempts(1, reached, decision), Attempts::then);
    }
    return new ArrayList<>(ways.values());
  }

  private Attempts then(Attempts later) {
    return new Attempts(count + later.count, reachedCount + later.reachedCount, later.last);
  }

  boolean reached() {
    return last.outcome() == Outcome.YES;
  }

  /** {@code phone -> tablet}. */
  static String pair(DecisionRecord record) {
    return record.from() + " -> " + record.to();
  }

  /** The store and its label, and in which direction rows went if it was not simply a push. */
  static String store(DecisionRecord record) {
    return record.store().value()
        + record.label().map(label -> " (" + label.name() + ")").orElse("")
        + (record.mode() == TaskMode.PUSH ? "" : ", " + record.mode().words());
  }

  String times() {
    if (count == 1) {
      return "";
    }
    int others = reached() ? count - reachedCount : reachedCount;
    String unlike = reached() ? " stopped" : " got through";
    return count + " attempts" + (others == 0 ? "" : ", " + others + unlike);
  }
}
