package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.access.RowTokens;
import dev.trustring.trust.access.SessionQuery;
import dev.trustring.trust.bind.BindAuth;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.wire.RelationMessage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The token ids of a bond: told with messages 180 and 190, asked for by both ends of a session. */
class RowTokenTest {
  private static final OsAccountId ANN = OsAccountId.FIRST;
  private static final AppToken ON_PHONE = new AppToken(11);
  private static final AppToken ON_TABLET = new AppToken(22);

  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  private void bindUpToProof() {
    phone.asked(new Trust.StartBind(tablet.identity, NOTES, BindLevel.APP, ON_PHONE, BindAuth.PIN));
    world.deliverAll();
    tablet.asked(new Trust.AnswerConfirm(tablet.bind(), ConfirmChoice.ALLOW_ALWAYS, ON_TABLET));
    world.deliverAll();
    phone.types(tablet.shownPin());
  }

  private void bind() {
    bindUpToProof();
    world.deliverAll();
  }

  private static RowTokens ofDataRow(TrustWorld.Device device) {
    AccessRow row = device.state.rows().stream().filter(r -> !r.isLinkOnly()).findFirst().get();
    return device.state.tokens().of(row.key());
  }

  private static SessionQuery.End end(AppToken token) {
    return new SessionQuery.End(ANN, token, Optional.empty());
  }

  @Test
  void bothEndsStoreBothTokens() {
    bind();

    assertThat(ofDataRow(phone)).isEqualTo(new RowTokens(ON_PHONE, ON_TABLET));
    assertThat(ofDataRow(tablet)).isEqualTo(new RowTokens(ON_TABLET, ON_PHONE));
  }

  @Test
  void opensSessionsForTheBoundAppsAlone() {
    bind();
    SessionQuery out = new SessionQuery(tablet.identity.udid(), end(ON_PHONE), end(ON_TABLET));
    SessionQuery in = new SessionQuery(phone.identity.udid(), end(ON_TABLET), end(ON_PHONE));
    SessionQuery other =
        new SessionQuery(phone.identity.udid(), end(ON_TABLET), end(new AppToken(5)));

    assertThat(permitted(phone, new Trust.CheckSource(out))).isTrue();
    assertThat(permitted(tablet, new Trust.CheckSink(in))).isTrue();
    assertThat(permitted(tablet, new Trust.CheckSink(other))).isFalse();
  }

  @Test
  void asksForAUserInTheForeground() {
    bind();
    SessionQuery.End away = new SessionQuery.End(new OsAccountId(101), ON_PHONE, Optional.empty());

    Trust.AccessAnswer answer =
        (Trust.AccessAnswer)
            phone.asked(
                new Trust.CheckSource(
                    new SessionQuery(tablet.identity.udid(), away, end(ON_TABLET))));

    assertThat(answer.access().reason()).isEqualTo(AccessReason.USER_INACTIVE);
  }

  @Test
  void forgetsTheTokensOfABindThatFails() {
    bindUpToProof();
    while (tablet.state.rows().isEmpty()) {
      world.deliver(0);
    }
    world.disconnect(phone, tablet);

    assertThat(tablet.hasNothing()).isTrue();
    assertThat(tablet.state.tokens().entries()).isEmpty();
  }

  @Test
  void anUninstalledAppTakesItsRowsAlongOnBothSides() {
    bind();

    phone.asked(new Trust.AppUninstalled(ANN, NOTES, ON_PHONE));
    assertThat(world.table)
        .extracting(TrustWorld.Letter::message)
        .containsExactly(new RelationMessage.AppUninstalled(NOTES, ANN, ON_PHONE));
    world.deliverAll();

    assertThat(phone.hasNothing()).isTrue();
    assertThat(tablet.hasNothing()).isTrue();
  }

  @Test
  void aPeerThatNeverHearsOfItKeepsItsRows() {
    bind();

    phone.asked(new Trust.AppUninstalled(ANN, NOTES, ON_PHONE));
    world.loseAll();

    assertThat(tablet.hasBond()).isTrue();
  }

  @Test
  void anAppWithAnotherTokenLeavesTheRows() {
    bind();

    phone.asked(new Trust.AppUninstalled(ANN, NOTES, new AppToken(5)));

    assertThat(phone.hasBond()).isTrue();
    assertThat(world.table).isEmpty();
  }

  @Test
  void rowsWithoutTokensGoByTheirBundle() {
    phone.asked(
        new Trust.Establish(
            AccessRow.bond(Parties.with(tablet.identity), NOTES, RowSide.ACCESSER)));

    phone.asked(new Trust.AppUninstalled(ANN, NOTES, ON_PHONE));

    assertThat(phone.hasNothing()).isTrue();
  }

  private static boolean permitted(TrustWorld.Device device, Trust.Command check) {
    return ((Trust.AccessAnswer) device.asked(check)).access().permitted();
  }
}
