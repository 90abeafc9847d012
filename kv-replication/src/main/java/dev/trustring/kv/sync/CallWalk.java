package dev.trustring.kv.sync;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.GateResult;
import java.util.List;
import java.util.Optional;

/** The walk through the gates of a call of {@code sync}, before any message goes out. */
public record CallWalk(List<GateResult> asked, Optional<DenyReason> stop) {

  private static final List<String> GATES =
      List.of("G0", "G0-group", "G1", "G2", "G3", "G4", "G6", "G6-queue");

  public CallWalk {
    asked = List.copyOf(asked);
  }

  /** Asks them in order, up to the first stop. */
  public static CallWalk over(AttemptFacts facts) {
    GateWalk walk = GateWalk.over(GATES, facts, List.of());
    return new CallWalk(walk.asked(), walk.stop());
  }
}
