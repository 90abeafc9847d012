package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts.PullAnswer;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a pull passes the gates of a sender, and then those of whoever asked. From kv-store
 * §4.2 R15.
 *
 * <p>The answer is an attempt of its own with a record of its own; this gate says of the question
 * what became of it.
 */
final class PullResponseGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "R15",
          "pull-response",
          Stage.PERMISSION,
          "the answer to a pull passes the gates of a sender",
          "kv-store §4.2 R15");

  private static final List<Gate> ON_THE_WAY_BACK =
      List.of(
          new SendRangeGate(),
          new SendPermissionGate(),
          new RouteHeaderGate(),
          new SendLevelGate(),
          new LockedStoreGate(),
          new SessionCheckGate(),
          new ReceiveRangeGate(),
          new ReceivePermissionGate(),
          new ReceiveLevelGate());

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (!facts.call().mode().asksForRows()) {
      return Verdict.skipped(facts.call().mode().noun() + " has no answer to send");
    }
    PullAnswer answer = facts.exchange().answer();
    if (answer != PullAnswer.CAME) {
      Optional<Verdict> stop = facts.inReturn().flatMap(PullResponseGate::stopOf);
      if (stop.isPresent()) {
        return stop.get();
      }
    }
    return onItsOwn(answer, facts);
  }

  /** What the answer alone says, where the facts of both ends say nothing. */
  private static Verdict onItsOwn(PullAnswer answer, AttemptFacts facts) {
    String peer = facts.peer().peer().value();
    return switch (answer) {
      case CAME ->
          Verdict.pass((isEmpty(facts) ? "an empty answer of " : "the rows of ") + peer + " came");
      case NOT_YET -> Verdict.pass("nothing keeps " + peer + " from sending its rows");
      case REFUSED ->
          Verdict.deny(DenyReason.LEVEL_TOO_LOW, peer + " answered that it may not send its rows");
      case NOT_KEPT ->
          Verdict.deny(
              DenyReason.SAVE_FAILED,
              "the rows of " + peer + " came while the app here held a transaction on the store");
      case UNREADABLE ->
          Verdict.deny(DenyReason.FILE_DAMAGED, peer + " answered that its file is damaged");
      case DAMAGED_HERE ->
          Verdict.deny(
              DenyReason.FILE_DAMAGED,
              "when the rows of " + peer + " came, the file was damaged on the device that asked");
      case NOT_PERMITTED ->
          Verdict.deny(
              DenyReason.PERMISSION_NOT_GRANTED,
              "when the rows of " + peer + " came, the device that asked had lost the permission");
      case MISSING ->
          Verdict.deny(
              DenyReason.NO_PULL_ANSWER,
              Links.evidence("the rows of " + peer + " did not come", facts.link()));
    };
  }

  /** Whether the peer may send no rows and so answers with none (kv-store §4.2 R10). */
  private static boolean isEmpty(AttemptFacts facts) {
    return facts.receiver().filter(end -> end.self().heldBack()).isPresent();
  }

  private static Optional<Verdict> stopOf(AttemptFacts inReturn) {
    return Gates.under(inReturn.rules(), ON_THE_WAY_BACK).stream()
        .map(gate -> gate.check(inReturn))
        .filter(verdict -> verdict.stop().isPresent())
        .findFirst();
  }
}
