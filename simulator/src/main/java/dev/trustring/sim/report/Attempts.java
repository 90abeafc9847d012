package dev.trustring.sim.report;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DecisionRecord.Outcome;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All attempts of one app to bring one store from one device to another.
 *
 * @param last the record that counts, as it is how matters stand at the end
 */
record Attempts(int count, DecisionRecord last) {

  private record Way(DeviceName from, DeviceName to, String app, StoreId store) {
    static Way of(DecisionRecord record) {
      return new Way(record.from(), record.to(), record.app().value(), record.store());
    }
  }

  /** The attempts of a run, in the order of the first of each. */
  static List<Attempts> in(List<DecisionRecord> decisions) {
    Map<Way, Attempts> ways = new LinkedHashMap<>();
    for (DecisionRecord decision : decisions) {
      ways.merge(
          Way.of(decision), new Attempts(1, decision), (a, b) -> new Attempts(a.count + 1, b.last));
    }
    return new ArrayList<>(ways.values());
  }

  boolean reached() {
    return last.outcome() == Outcome.YES;
  }

  /** {@code phone -> tablet}. */
  static String pair(DecisionRecord record) {
    return record.from() + " -> " + record.to();
  }

  /** The store and its label. */
  static String store(DecisionRecord record) {
    return record.store().value()
        + record.label().map(label -> " (" + label.name() + ")").orElse("");
  }

  String times() {
    return count == 1 ? "" : count + " attempts";
  }
}
