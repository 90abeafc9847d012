package dev.trustring.sim.run;

import dev.trustring.kv.decision.Consequence;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Silence;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.status.Status;
import java.util.List;
import java.util.Optional;

/**
 * Compares what the registry of reasons foretells with what an app saw: both are worked out apart
 * from each other. Of what the engine begins by itself no app hears anything, whatever came of it,
 * nor of a sync for which it did not call, or whose caller has ended.
 */
final class Foretold {

  private Foretold() {}

  private static final Visible OK = new Visible.Completed(0);
  private static final Visible TIME_OUT = new Visible.Completed(Status.TIME_OUT.number());
  private static final Visible ERROR = new Visible.Completed(Status.ERROR.number());

  /** What does not fit together in a record; empty when all does. */
  static Optional<String> contradiction(DecisionRecord decision) {
    Optional<DenyReason> reason = decision.firstStop().flatMap(stop -> stop.verdict().stop());
    boolean nobodyIsTold =
        decision.mode().isOfTheEngine() || isAutomatic(decision) || isOfADeadProcess(decision);
    boolean fits =
        nobodyIsTold
            ? decision.visible() instanceof Visible.Silent
            : reason
                .map(because -> fits(because, decision.visible()))
                .orElseGet(() -> isOfRowsThatWentThrough(decision.visible()));
    return fits
        ? Optional.empty()
        : Optional.of(decision.id() + ": " + reason + " and " + decision.visible());
  }

  private static boolean isAutomatic(DecisionRecord decision) {
    return decision.gates().stream()
        .filter(gate -> gate.gate().id().equals("G3"))
        .flatMap(gate -> gate.verdict().evidence().stream())
        .anyMatch(evidence -> evidence.says().startsWith("autoSync"));
  }

  private static boolean isOfADeadProcess(DecisionRecord decision) {
    return decision.visible().equals(Silence.PROCESS_ENDED.visible());
  }

  /** The rows are there and the answer is lost: the app is told of a failure all the same. */
  private static boolean isOfRowsThatWentThrough(Visible visible) {
    return List.of(OK, TIME_OUT, ERROR).contains(visible);
  }

  private static boolean fits(DenyReason reason, Visible visible) {
    Consequence consequence = reason.consequence();
    if (consequence instanceof Consequence.Throws thrown) {
      return throwsIt(thrown.status(), visible);
    }
    if (consequence instanceof Consequence.Reports reports) {
      return reason == DenyReason.METADATA_MISSING
          ? isOfMissingMetadata(visible)
          : visible.equals(new Visible.Completed(reports.status().seenByApps().number()));
    }
    if (consequence instanceof Consequence.ThrowsNamed named) {
      return isThrown(visible, named.name());
    }
    return visible instanceof Visible.Silent;
  }

  /** Unless the call had returned before, or went on for other devices (kv-store §4.1 G3, G4). */
  private static boolean throwsIt(Status status, Visible visible) {
    return isThrown(visible, status.name())
        || visible.equals(new Visible.Completed(status.number()))
        || visible instanceof Visible.Silent;
  }

  /** Missing from the callback, or the failure of the exchange itself (kv-store §4.1). */
  private static boolean isOfMissingMetadata(Visible visible) {
    return visible instanceof Visible.Silent || List.of(TIME_OUT, ERROR).contains(visible);
  }

  private static boolean isThrown(Visible visible, String name) {
    return visible instanceof Visible.Thrown thrown && thrown.name().equals(name);
  }
}
