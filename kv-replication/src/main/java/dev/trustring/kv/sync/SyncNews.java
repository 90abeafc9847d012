package dev.trustring.kv.sync;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/** What attempts tell the data service that runs them. */
public sealed interface SyncNews {

  /** An attempt wants this device's records sent to the peer, and the peer's in exchange. */
  record MetadataWanted(AttemptId id, DeviceName peer) implements SyncNews {}

  /** The clocks were exchanged. */
  record ClocksMeasured(DeviceName peer, long offset) implements SyncNews {}

  /** Abilities were negotiated for a store. */
  record AbilityAgreed(DeviceName peer, Link link) implements SyncNews {}

  /** An attempt has sent all it had to send, and waits for the rows of the peer. */
  record AwaitsRows(AttemptId id, DeviceName peer, Link link) implements SyncNews {}

  /**
   * An attempt is over.
   *
   * @param status empty when nobody is to be told
   */
  record Ended(
      AttemptId id,
      DeviceName peer,
      Link link,
      AttemptFacts facts,
      List<GateResult> asked,
      Optional<DbStatus> status,
      int rowsSent,
      boolean abilityKnown)
      implements SyncNews {

    public Ended {
      asked = List.copyOf(asked);
    }

    Ended(SyncActor.Subject subject, SyncTask task, Optional<DbStatus> status) {
      this(
          subject.id(),
          subject.peer(),
          subject.link(),
          task.facts(),
          task.asked(),
          status,
          task.rowsSent(),
          task.known().ability());
    }
  }
}
