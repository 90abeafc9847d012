package dev.trustring.sim.oracle;

import static dev.trustring.sim.Facts.PHONE;
import static dev.trustring.sim.Facts.TABLET;
import static dev.trustring.sim.oracle.Watched.NOTES_STORE;
import static dev.trustring.sim.oracle.Watched.decided;
import static dev.trustring.sim.oracle.Watched.gate;
import static dev.trustring.sim.oracle.Watched.row;
import static dev.trustring.sim.oracle.Watched.sentBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Expectations.Delivered;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Origin;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.StoreState;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What must have come to a device by the end of its last attempt, and what need not. */
class DeliveryTest {

  private static final OsAccountId BEN = new OsAccountId(101);
  private static final Row HERE = row("n1", "milk", 5, PHONE);
  private static final KvStore.Event WROTE = new KvStore.Event.Wrote(HERE);

  private final Watched world = new Watched(new AtOnce());

  /** Asks after every attempt, as if it were the last of the run. */
  private static final class AtOnce implements Invariant {

    private static final Delivered WANTED =
        new Delivered(
            "notes",
            List.of(PHONE, TABLET),
            Duration.ofSeconds(1),
            Duration.ZERO,
            new Origin("story.yaml", 1, 1));

    private final Delivery delivery = new Delivery();

    @Override
    public String name() {
      return "delivered";
    }

    @Override
    public String sentence() {
      return "all is there";
    }

    @Override
    public Optional<String> breachAfter(Happening happening, Shadow shadow) {
      if (!(happening instanceof Happening.Decided decided)) {
        return Optional.empty();
      }
      delivery.onDecision(decided.decision(), shadow, 0);
      return delivery.breach(WANTED, shadow);
    }
  }

  private Optional<String> pushed() {
    return world.after(decided(TaskMode.PUSH, 1, gate("R13", Verdict.pass("saved"), true)));
  }

  private static KvStore.Event arrival(Row row) {
    return new KvStore.Event.Received(PHONE, List.of(sentBy(PHONE, row)), 6);
  }

  @Test
  void whatWasWrittenMustBeThere() {
    world.stored(PHONE, WROTE);
    world.stored(TABLET, new KvStore.Event.BackedUp("monday"));
    assertThat(pushed()).contains("phone -> tablet notes: the value of n1 never arrived");

    world.stored(TABLET, arrival(row("n1", "eggs", 4, PHONE)));
    assertThat(pushed())
        .contains("phone -> tablet notes: the value of n1 arrived in an older version");

    world.stored(TABLET, arrival(HERE));
    assertThat(pushed()).isEmpty();
  }

  @Test
  void whereNoStoreIsNothingIsMissing() {
    world.stored(PHONE, WROTE);

    assertThat(pushed()).isEmpty();
  }

  @Test
  void aPairThatMayNotExchangeOwesNothingAndOneThatIsCutOffIsStuck() {
    world.stored(PHONE, WROTE);
    world.stored(TABLET, new KvStore.Event.BackedUp("monday"));

    assertThat(stoppedAt(DenyReason.LABELS_DIFFER)).isEmpty();
    assertThat(stoppedAt(DenyReason.LINK_DOWN))
        .contains("phone -> tablet notes is stuck: the last attempt stopped at gate G10 send");
  }

  private Optional<String> stoppedAt(DenyReason why) {
    GateInfo gate = new GateInfo("G10", "send", why.stage(), "", "");
    Verdict no = Verdict.deny(why, "so it is");
    return world.after(decided(TaskMode.PUSH, 0, new GateResult(gate, no, true)));
  }

  @Test
  void rowsAreOwedToTheUserInFront() {
    world.stored(PHONE, WROTE);
    world.stored(TABLET, new KvStore.Event.BackedUp("monday"));
    world.after(new Happening.TrustStored(TABLET, new TrustEvent.UserActivated(BEN)));
    StoreState hers = arrival(HERE).appliedTo(StoreState.ABSENT);

    world.after(new Happening.StoreChanged(TABLET, NOTES_STORE.of(BEN), WROTE, hers));

    assertThat(pushed()).isEmpty();
  }

  @Test
  void theUserInFrontIsOwedWhatAnotherHas() {
    world.stored(PHONE, WROTE);
    world.stored(TABLET, arrival(HERE));
    world.after(new Happening.TrustStored(TABLET, new TrustEvent.UserActivated(BEN)));
    world.after(new Happening.StoreChanged(TABLET, NOTES_STORE.of(BEN), WROTE, StoreState.ABSENT));

    assertThat(pushed()).isPresent();
  }
}
