package dev.trustring.kv.gate;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;

/** The service rewrites the device prefix of DEVICE_COLLABORATION keys. From kv-store §2.2. */
final class PushInterceptorGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G15",
          "push-interceptor",
          Stage.TRANSFER,
          "the service rewrites the device prefix of DEVICE_COLLABORATION keys",
          "kv-store §2.2");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    return Verdict.pass("keys need no rewriting");
  }
}
