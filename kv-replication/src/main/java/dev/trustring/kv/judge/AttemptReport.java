package dev.trustring.kv.judge;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/**
 * What the sending device tells whoever watches the world when an attempt of its has ended.
 *
 * @param facts the sender's half, as of the end
 * @param asked the gates that the sender asked, with their last answers
 * @param rowsSent how many rows went out
 */
public record AttemptReport(
    AttemptId id,
    DeviceName to,
    AttemptFacts facts,
    List<GateResult> asked,
    Optional<DbStatus> engine,
    Visible visible,
    int rowsSent) {

  public AttemptReport {
    asked = List.copyOf(asked);
  }

  /** The same where the app saw something else of it. */
  public AttemptReport seenAs(Visible other) {
    return new AttemptReport(id, to, facts, asked, engine, other, rowsSent);
  }

  public DeviceName from() {
    return facts.sender().device();
  }
}
