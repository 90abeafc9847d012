package dev.trustring.device.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.net.SessionMessage.SessionWanted;
import dev.trustring.device.net.SessionMessage.SessionWantedBy;
import dev.trustring.trust.Trust;
import dev.trustring.trust.access.AuthType;
import dev.trustring.trust.access.SessionQuery;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the two ends of a session ask their rows (trust-and-softbus §1.4, §5.2). */
class SessionAccessTest extends Ends {

  private static final Optional<AccountHash> ALICE = Optional.of(new AccountId("alice").hash());
  private static final Optional<PkgName> BUNDLE = Optional.of(new PkgName("com.example.notes"));
  private static final AppToken TOKEN = NOTES.token();

  @Test
  void asksAsTheSourceWithTheCallersUserTokenAndAccount() {
    SessionCall.Open open = opening(NOTES, NAME, SessionKind.BYTES).with(ALICE);

    SessionQuery query = SessionAccess.source(open).query();

    assertThat(query.peer()).isEqualTo(Udid.of(TABLET));
    assertThat(query.local()).isEqualTo(new SessionQuery.End(OsAccountId.FIRST, TOKEN, ALICE));
    assertThat(query.bundle()).isEqualTo(BUNDLE);
  }

  @Test
  void asksAsTheSinkWithBothEnds() {
    phone.listens(NOTES, NAME);
    tablet.listens(NOTES, NAME);

    phone.asks(opening(NOTES, NAME, SessionKind.BYTES).with(ALICE));
    phone.links(Purpose.BYTES, Bearer.WIFI);
    converse();

    SessionQuery query = ((Trust.CheckSink) asked()).query();
    assertThat(query.peer()).isEqualTo(Udid.of(PHONE));
    assertThat(query.local())
        .isEqualTo(new SessionQuery.End(OsAccountId.FIRST, TOKEN, Optional.empty()));
    assertThat(query.remote()).isEqualTo(new SessionQuery.End(OsAccountId.FIRST, TOKEN, ALICE));
    assertThat(query.bundle()).isEqualTo(BUNDLE);
  }

  @Test
  void asksByTheBundleWhereNobodyListens() {
    phone.listens(NOTES, NAME);

    phone.asks(opening(NOTES, NAME, SessionKind.BYTES));
    phone.links(Purpose.BYTES, Bearer.WIFI);
    converse();

    assertThat(asked()).isEqualTo(older());
  }

  @Test
  void asksByTheBundleOfADeviceThatTellsNoToken() {
    tablet.listens(NOTES, NAME);

    tablet.hears(
        new SessionWanted(
            1, NAME, NAME, SessionKind.BYTES, "com.example.notes", true, OsAccountId.FIRST));

    assertThat(asked()).isEqualTo(older());
    assertThat(tablet.lastCallback()).startsWith("OnSessionOpened");
  }

  @Test
  void asksForTheUserWhoseAppListens() {
    OsAccountId ben = new OsAccountId(101);
    SessionOwner here = new SessionOwner("com.example.notes", NOTES.app(), ben);
    tablet.listens(here, NAME);

    tablet.hears(
        new SessionWantedBy(
            new SessionWanted(
                1, NAME, NAME, SessionKind.BYTES, "com.example.notes", true, OsAccountId.FIRST),
            TOKEN,
            ALICE));

    SessionQuery query = ((Trust.CheckSink) asked()).query();
    assertThat(query.local().user()).isEqualTo(ben);
    assertThat(query.remote().user()).isEqualTo(OsAccountId.FIRST);
  }

  @Test
  void comparesTheAccountToWhichTheUserHereIsLoggedInNow() {
    OsAccountId user = OsAccountId.FIRST;
    AccountId alice = new AccountId("alice");
    TrustState loggedIn = new TrustEvent.LoggedIn(user, alice).appliedTo(TrustState.factoryNew());
    asksAsTheSinkWithBothEnds();

    Trust.CheckSink asked = (Trust.CheckSink) SessionAccess.sink(tablet.checks.get(0), loggedIn);

    assertThat(asked.query().local().account()).isEqualTo(ALICE);
  }

  private Trust.Command asked() {
    return SessionAccess.sink(tablet.checks.get(0), TrustState.factoryNew());
  }

  private static Trust.CheckAccess older() {
    return new Trust.CheckAccess(
        OsAccountId.FIRST,
        OsAccountId.FIRST,
        Udid.of(PHONE),
        new PkgName("com.example.notes"),
        AuthType.DEFAULT,
        true);
  }
}
