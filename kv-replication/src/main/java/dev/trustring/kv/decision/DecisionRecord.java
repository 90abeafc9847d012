package dev.trustring.kv.decision;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/**
 * What every gate said of one attempt to bring a store's rows from one device to another, why it
 * went as it did, and what the app saw. Command line, report and page are skins over it.
 *
 * @param mode in which direction rows were to go
 * @param virtualNanos when the attempt ended, from the start of the run
 * @param gates every gate of the rule set, in its order
 * @param engine how the sync engine ended the device's part; empty when it never started
 * @param visible what reached the app
 * @param rowsSent how many rows went out
 * @param fixes the smallest changes that would let the rows through; empty when they went
 */
public record DecisionRecord(
    AttemptId id,
    long virtualNanos,
    RuleSet rules,
    DeviceName from,
    DeviceName to,
    BundleName app,
    StoreId store,
    TaskMode mode,
    Optional<SecurityLabel> label,
    List<GateResult> gates,
    Optional<DbStatus> engine,
    Visible visible,
    int rowsSent,
    List<Fix> fixes) {

  public DecisionRecord {
    gates = List.copyOf(gates);
    fixes = List.copyOf(fixes);
  }

  /** What came of the attempt. */
  public enum Outcome {
    /** The rows are at rest on the far side. */
    YES("yes"),
    /** A gate stopped it. */
    NO("no"),
    /** A missing input decided; the run went on under an assumption. */
    UNKNOWN("unknown");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** The gate at which the attempt really ended; empty when the rows went through. */
  public Optional<GateResult> firstStop() {
    return gates.stream()
        .filter(result -> result.asked() && result.verdict().stop().isPresent())
        .findFirst();
  }

  /** Gates that were not reached and would have stopped it as well. */
  public List<GateResult> alsoWouldStop() {
    return gates.stream()
        .filter(result -> !result.asked() && result.verdict().stop().isPresent())
        .toList();
  }

  public Outcome outcome() {
    return firstStop()
        .map(stop -> stop.verdict() instanceof Verdict.Unknown ? Outcome.UNKNOWN : Outcome.NO)
        .orElse(Outcome.YES);
  }

  /** The stage word of the first stop, {@code none} without one. */
  public String stopWord() {
    return firstStop().map(stop -> stop.stage().word()).orElse("none");
  }

  /** The same record with its fixes worked out. */
  public DecisionRecord withFixes(List<Fix> found) {
    return new DecisionRecord(
        id,
        virtualNanos,
        rules,
        from,
        to,
        app,
        store,
        mode,
        label,
        gates,
        engine,
        visible,
        rowsSent,
        found);
  }
}
