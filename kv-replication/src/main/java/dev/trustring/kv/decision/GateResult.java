package dev.trustring.kv.decision;

/**
 * One gate's answer within a decision record.
 *
 * @param asked whether the run really asked it, or the record asked afterwards what it would have
 *     said
 */
public record GateResult(GateInfo gate, Verdict verdict, boolean asked) {

  /** The same answer with its facts traced to files. */
  public GateResult tracedBy(Provenance provenance) {
    return new GateResult(gate, verdict.tracedBy(provenance), asked);
  }

  /** The stage under which people see it: the reason's own when it stops, else the gate's. */
  public Stage stage() {
    return verdict.stop().map(DenyReason::stage).orElse(gate.stage());
  }
}
