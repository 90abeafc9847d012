package dev.trustring.kv.sync;

import static dev.trustring.kv.AttemptFixture.ID;
import static dev.trustring.kv.AttemptFixture.LINK;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.DeviceFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests for a store whose file is gone and whose record is not yet (kv-store §4.2 R3). */
class StoreClosingTest {
  private static final DeviceName PHONE = new DeviceName("phone");
  private static final SyncMessage.Request TIME = new SyncMessage.TimeRequest(ID, LINK, 70);
  private static final SyncMessage.Request DATA =
      new SyncMessage.DataRequest(ID, LINK, new Batch(List.of(), 0, 12), 33);
  private static final StoreState OPEN =
      new KvStore.Event.Opened(
              new StoreOptions(
                  true,
                  false,
                  true,
                  false,
                  KvStoreType.SINGLE_VERSION,
                  SecurityLabel.S1,
                  Optional.empty()))
          .appliedTo(StoreState.ABSENT);

  @Test
  void saysSoToEveryRequestAndAsksNoGateBehindThatOfTheStore() {
    Response toRows = to(DATA, aTablet(), StoreState.ABSENT);

    assertThat(to(TIME, aTablet(), StoreState.ABSENT).answer())
        .contains(new SyncMessage.StoreClosing(ID));
    assertThat(toRows.answer()).contains(new SyncMessage.StoreClosing(ID));
    assertThat(toRows.walk().stop()).contains(DenyReason.STORE_CLOSING);
    assertThat(toRows.walk().asked())
        .last()
        .satisfies(gate -> assertThat(gate.gate().id()).isEqualTo("R3"));
  }

  @Test
  void saysSoWhereTheStoreGoesBetweenTheGatesAndTheSaving() {
    Response response =
        to(DATA, aTablet(), OPEN).saved(new KvStore.Reply.Refused(Status.NOT_FOUND));

    assertThat(response.answer()).contains(new SyncMessage.StoreClosing(ID));
    assertThat(response.walk().stop()).contains(DenyReason.STORE_CLOSING);
  }

  @Test
  void hasNothingToCloseWhereThereNeverWasAStore() {
    assertThat(to(DATA, aTablet().withoutTheStore(), StoreState.ABSENT).answer())
        .contains(new SyncMessage.NoCommunicator(ID));
  }

  private static Response to(SyncMessage.Request request, DeviceFixture tablet, StoreState here) {
    Knowledge knowledge =
        new Knowledge(
            tablet.store(),
            Optional.empty(),
            Optional.empty(),
            PeerInfo.STRANGER,
            true,
            true,
            true,
            0,
            true,
            false,
            Subscriptions.NONE);
    Gathered gathered =
        new Gathered(
            RuleSet.OPENHARMONY,
            tablet.asEnd(),
            aPhone().seenBy(tablet),
            knowledge,
            request.link());
    return Response.to(PHONE, request, gathered, new KvStore.Reply.Described(here, false), 5000);
  }
}
