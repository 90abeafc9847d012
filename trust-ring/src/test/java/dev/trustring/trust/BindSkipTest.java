package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.RowStatus;
import dev.trustring.trust.bind.AuthCode;
import dev.trustring.trust.bind.BindAuth;
import dev.trustring.trust.bind.BindState;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.KeyRing;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.secret.LongTermKey;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindNeed;
import dev.trustring.trust.wire.BindReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Binds of devices that hold something already, which ask for less (trust-and-softbus §2.6). */
class BindSkipTest {
  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  @BeforeEach
  void areBoundAlready() {
    phone.bindsWith(tablet);
    world.deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ONCE);
    world.deliverAll();
    phone.types(tablet.shownPin());
    world.deliverAll();
    assertThat(phone.hasBond() && tablet.hasBond()).isTrue();
    phone.effects.clear();
    tablet.effects.clear();
  }

  /** Delivers what there is and tells the numbers of it. */
  private List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    while (!world.table.isEmpty()) {
      numbers.add(((BindMessage) world.table.get(0).message()).number());
      world.deliver(0);
    }
    return numbers;
  }

  private static void switchOff(TrustWorld.Device device) {
    for (AccessRow row : device.state.rows()) {
      device.state =
          new TrustEvent.RowWritten(row.withStatus(RowStatus.INACTIVE)).appliedTo(device.state);
    }
  }

  private void nobodyWasAsked() {
    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).isEmpty();
    assertThat(tablet.all(TrustEffect.ShowPin.class)).isEmpty();
    assertThat(phone.all(TrustEffect.AskPin.class)).isEmpty();
  }

  @Test
  void endsAsTrustedAlreadyWhereBothHoldEverything() {
    List<AccessRow> before = phone.state.rows();
    phone.bindsWith(tablet);

    assertThat(numbers()).containsExactly(80, 90, 100, 110, 200, 201);
    assertThat(phone.ending()).isEqualTo(BindReason.ALREADY_TRUSTED);
    assertThat(tablet.ending()).isEqualTo(BindReason.ALREADY_TRUSTED);
    assertThat(phone.state.rows()).isEqualTo(before);
    nobodyWasAsked();
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone", "tablet", "both"})
  void provesTheCredentialsInPlaceOfAPinWhereRowsAreNotActive(String where) {
    world.devices().stream()
        .filter(device -> where.equals("both") || where.equals(device.identity.name().value()))
        .forEach(BindSkipTest::switchOff);
    phone.bindsWith(tablet);

    assertThat(numbers()).containsExactly(80, 90, 100, 110, 160, 170, 161, 171, 180, 190, 200, 201);
    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(tablet.ending()).isEqualTo(BindReason.OK);
    for (TrustWorld.Device device : world.devices()) {
      assertThat(device.state.rows()).hasSize(2).allMatch(AccessRow::isActive);
      assertThat(device.state.rows())
          .extracting(AccessRow::authenticationType)
          .containsOnly(AuthenticationType.ALLOW_ONCE);
    }
    nobodyWasAsked();
  }

  @Test
  void goesThroughTheStatesOfTheTable() {
    switchOff(tablet);
    phone.bindsWith(tablet);
    world.deliver(0);
    world.deliver(0);
    world.deliver(0);
    assertThat(tablet.sessions.bind().orElseThrow().state())
        .isEqualTo(BindState.SINK_CREDENTIAL_HALF);

    world.deliver(0);

    assertThat(phone.sessions.bind().orElseThrow().state())
        .isEqualTo(BindState.SOURCE_KEYS_EXCHANGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone", "tablet"})
  void failsWhereOneOfThemHasNotTheKeyThatTheOtherKnows(String forged) {
    switchOff(tablet);
    TrustWorld.Device forger = world.device(forged);
    forger.state =
        new TrustEvent.KeyPairMade(OsAccountId.FIRST, LongTermKey.drawn(4711))
            .appliedTo(forger.state);
    phone.bindsWith(tablet);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.AUTHENTICATION_FAILED);
    assertThat(tablet.ending()).isEqualTo(BindReason.AUTHENTICATION_FAILED);
    assertThat(tablet.state.rows()).noneMatch(AccessRow::isActive);
  }

  @ParameterizedTest(name = "after {0} messages")
  @ValueSource(ints = {4, 6, 8, 9})
  void writesNoRowsWhoseCredentialsWentMeanwhile(int arrived) {
    switchOff(tablet);
    phone.bindsWith(tablet);
    for (int letter = 0; letter < arrived; letter++) {
      world.deliver(0);
    }
    phone.asked(new Trust.Unbind(tablet.identity, NOTES));

    world.deliverAll();

    assertThat(phone.hasNothing()).isTrue();
  }

  @Test
  void asksForThePinWhereThereAreNoKeysToProve() {
    switchOff(tablet);
    for (KeyRing.PeerKey key : phone.state.keys().ofPeers()) {
      phone.state = new TrustEvent.CredentialDeleted(key.credential()).appliedTo(phone.state);
    }
    phone.bindsWith(tablet);
    world.deliverAll();

    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).hasSize(1);
  }

  @Test
  void asksForThePinOfAnotherApp() {
    phone.bindsWith(tablet, CHESS, BindLevel.APP);
    world.deliverAll();

    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOTHING", "CREDENTIAL"})
  void refusesASourceThatWantsToSkipWhatTheSinkDoesNotHold(String claimed) {
    phone.bindsWith(tablet, CHESS, BindLevel.APP);
    world.deliver(0);
    world.loseAll();

    tablet.asked(
        new Trust.Receive(
            phone.identity, new BindMessage.SkipRequest(tablet.bind(), BindNeed.valueOf(claimed))));

    assertThat(tablet.ending()).isEqualTo(BindReason.CAPABILITY_MISMATCH);
    assertThat(tablet.state.rows()).hasSize(2);
  }

  private void bindByCode(String ofPhone, String ofTablet) {
    phone.asked(new Trust.ImportAuthCode(new AuthCode(NOTES, AppToken.UNKNOWN, ofPhone)));
    tablet.asked(new Trust.ImportAuthCode(new AuthCode(NOTES, AppToken.UNKNOWN, ofTablet)));
    phone.asked(
        new Trust.StartBind(
            tablet.identity, NOTES, BindLevel.APP, AppToken.UNKNOWN, BindAuth.IMPORTED_CODE));
  }

  @Test
  void goesStraightToTheRowsAfterTheRightCodeWhereBothHoldEverything() {
    bindByCode("004711", "004711");

    assertThat(numbers()).containsExactly(80, 90, 100, 110, 120, 130, 121, 131, 180, 190, 200, 201);
    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(phone.state.rows())
        .filteredOn(row -> !row.isLinkOnly())
        .extracting(AccessRow::authenticationType)
        .containsExactly(AuthenticationType.ALLOW_ALWAYS);
  }

  @Test
  void needsTheRightCodeAlsoWhereBothHoldEverything() {
    bindByCode("004711", "004712");
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.AUTH_CODE_INCORRECT);
  }

  @Test
  void endsAsTrustedAlreadyWhereTheRowOfTheAccountServesEveryApp() {
    phone.logsIn(ALICE);
    tablet.logsIn(ALICE);
    phone.sees(tablet);
    world.deliverAll();

    phone.bindsWith(tablet, CHESS, BindLevel.APP);

    assertThat(numbers()).containsExactly(80, 90, 100, 110, 200, 201);
    assertThat(phone.ending()).isEqualTo(BindReason.ALREADY_TRUSTED);
    assertThat(phone.state.rows()).noneMatch(row -> row.bundle().equals(Optional.of(CHESS)));
  }
}
