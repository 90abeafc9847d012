package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The app on the sending device holds an open store of this name. From kv-store §1.1, §4.1 G0. */
final class OpenGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G0",
          "open",
          Stage.OPTIONS,
          "the app on the sending device holds an open store of this name",
          "kv-store §1.1, §4.1 G0");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    if (facts.call().opened()) {
      return Verdict.pass("opened by " + facts.call().bundle());
    }
    if (facts.call().openRefused().isPresent()) {
      if (facts.call().group().refusal().isPresent() && facts.sender().datasync().granted()) {
        return new Verdict.Pass(Permissions.evidence(facts.call().bundle(), facts.sender()));
      }
      boolean declared = facts.sender().datasync().declared();
      return Verdict.deny(
          declared ? DenyReason.OPEN_UNGRANTED : DenyReason.OPEN_UNDECLARED,
          Permissions.evidence(facts.call().bundle(), facts.sender()));
    }
    return Verdict.deny(
        DenyReason.STORE_NOT_OPENED,
        facts.call().bundle() + " holds no open store " + facts.call().store());
  }
}
