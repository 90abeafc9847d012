package dev.trustring.device.lnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.JoinMessage;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.AccountState;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.secret.LongTermKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who proves what to whom, and what HiChain says (trust-and-softbus §3.2, §3.4, §5.3). */
class ProofTest extends Builders {

  private static final DeviceIdentity TABLET_ID = DeviceIdentity.of(TABLET);
  private static final TrustState OF_PHONE = bonded(PHONE, TABLET_ID);
  private static final TrustState OF_TABLET = bonded(TABLET_ID, PHONE);
  private static final AccountId ALICE = new AccountId("alice");

  @Test
  void isRightWhereBothHaveTheBond() {
    assertThat(verdict(OF_PHONE, OF_TABLET)).isEmpty();
  }

  @Test
  void isRightInOneAccountThatHasNoRowsYet() {
    assertThat(verdict(loggedIn(STRANGER, ALICE), loggedIn(STRANGER, ALICE))).isEmpty();
  }

  @Test
  void findsNoCandidateWhereThePeerKnowsNothingOfTheBond() {
    assertThat(verdict(OF_PHONE, STRANGER)).contains(JoinCode.NO_CANDIDATE_GROUP);
    assertThat(verdict(OF_PHONE, loggedIn(STRANGER, ALICE))).contains(JoinCode.NO_CANDIDATE_GROUP);
  }

  @Test
  void findsNoSuchGroupWhereThePeerIsOfAnotherAccount() {
    TrustState bob = loggedIn(STRANGER, new AccountId("bob"));

    assertThat(verdict(loggedIn(STRANGER, ALICE), bob)).contains(JoinCode.GROUP_NOT_EXIST);
  }

  @Test
  void doesNotMatchWhereOnlyOneSideSavedTheKeyOfANewBond() {
    TrustState renewed = withKeyOf(OF_PHONE, TABLET_ID);

    assertThat(verdict(renewed, OF_TABLET)).contains(JoinCode.PROOF_MISMATCH);
  }

  @Test
  void matchesWhereBothSavedTheKeysOfTheBond() {
    assertThat(verdict(withKeyOf(OF_PHONE, TABLET_ID), withKeyOf(OF_TABLET, PHONE))).isEmpty();
  }

  @Test
  void letsNobodyInForWhomThereIsACredentialAndNoRow() {
    TrustState rowless = withCredential(STRANGER, PHONE);

    assertThat(verdict(OF_PHONE, rowless)).contains(JoinCode.NOT_TRUSTED);
  }

  @Test
  void triesTheAccountBeforeTheBond() {
    assertThat(Candidate.of(loggedIn(OF_PHONE, ALICE), PHONE, TABLET_ID))
        .extracting(Candidate::basis)
        .containsExactly(JoinMessage.Basis.ACCOUNT, JoinMessage.Basis.BOND);
  }

  @Test
  void goesOnToTheNextCandidateAndEndsWithTheCodeOfTheLast() {
    joins(TABLET);
    does(() -> phone.connected(TABLET));
    hears(new JoinMessage.DeviceIdAnswer(1));
    finds(loggedIn(OF_PHONE, ALICE));
    assertThat(said())
        .extracting(word -> ((JoinMessage.Proof) word).basis())
        .containsExactly(JoinMessage.Basis.ACCOUNT);

    hears(new JoinMessage.ProofAnswer(1, Optional.of(JoinCode.GROUP_NOT_EXIST)));
    assertThat(said())
        .extracting(word -> ((JoinMessage.Proof) word).basis())
        .containsExactly(JoinMessage.Basis.BOND);

    hears(new JoinMessage.ProofAnswer(1, Optional.of(JoinCode.PROOF_MISMATCH)));
    assertThat(failures()).containsExactly(JoinCode.PROOF_MISMATCH);
  }

  @Test
  void hasNoIdentityLeftInAnAccountThatWasGivenUp() {
    TrustState left =
        new TrustEvent.AccountLeft(OsAccountId.FIRST, AccountState.LOGOFF)
            .appliedTo(withAccountRow(loggedIn(STRANGER, ALICE)));

    assertThat(Candidate.of(left, PHONE, TABLET_ID))
        .singleElement()
        .satisfies(candidate -> assertThat(candidate.key()).isEmpty());
  }

  @Test
  void hasNothingWhileTheUserMayNotTransmit() {
    TrustState constrained =
        new TrustEvent.UserConstrained(OsAccountId.FIRST, true).appliedTo(OF_PHONE);

    assertThat(Candidate.of(constrained, PHONE, TABLET_ID)).isEmpty();
  }

  @Test
  void tellsOfItselfOnlyToWhoHasProvenIt() {
    hears(new JoinMessage.DeviceInfo(7, attributes(TABLET_ID)));
    assertThat(wanted).isEmpty();

    JoinMessage.Proof proof = proof(OF_TABLET, TABLET_ID, PHONE);
    does(() -> phone.judge(new LnnWish.JudgeProof(TABLET, proof), OF_PHONE, PHONE));
    assertThat(said()).containsExactly(new JoinMessage.ProofAnswer(7, Optional.empty()));

    hears(new JoinMessage.KeySaved(7));
    assertThat(said()).containsExactly(new JoinMessage.KeySavedAnswer(7));
    hears(new JoinMessage.DeviceInfo(7, attributes(TABLET_ID)));
    assertThat(said()).containsExactly(new JoinMessage.DeviceInfoAnswer(7, attributes(PHONE)));
    assertThat(of(LnnWish.Admit.class)).hasSize(1);
  }

  @Test
  void forgetsTheProofOfWhoTakesItsJoinBack() {
    JoinMessage.Proof proof = proof(OF_TABLET, TABLET_ID, PHONE);
    does(() -> phone.judge(new LnnWish.JudgeProof(TABLET, proof), OF_PHONE, PHONE));
    hears(new JoinMessage.Cancelled(7));

    hears(new JoinMessage.KeySaved(7));

    assertThat(wanted).isEmpty();
  }

  @Test
  void answersWhoLeavesAndLetsItGo() {
    hears(new JoinMessage.Leave(7));

    assertThat(wanted)
        .containsExactly(
            new LnnWish.Say(TABLET, new JoinMessage.LeaveAnswer(7)), new LnnWish.Dismiss(TABLET));
  }

  /** What the tablet says of the phone's first proof. */
  private static Optional<JoinCode> verdict(TrustState phone, TrustState tablet) {
    return Candidate.judge(tablet, TABLET_ID, PHONE, proof(phone, PHONE, TABLET_ID));
  }

  private static JoinMessage.Proof proof(
      TrustState state, DeviceIdentity self, DeviceIdentity peer) {
    return Candidate.of(state, self, peer).get(0).proof(7);
  }

  private static TrustState loggedIn(TrustState state, AccountId account) {
    return new TrustEvent.LoggedIn(OsAccountId.FIRST, account).appliedTo(state);
  }

  private static TrustState withAccountRow(TrustState state) {
    return new TrustEvent.RowWritten(
            AccessRow.sameAccount(Parties.with(TABLET_ID).sharing(ALICE), RowSide.ACCESSER))
        .appliedTo(state);
  }

  /** Each device's pair follows from its name. */
  private static TrustState withKeyOf(TrustState state, DeviceIdentity peer) {
    DeviceIdentity self = peer.equals(PHONE) ? TABLET_ID : PHONE;
    TrustState with = new TrustEvent.KeyPairMade(OsAccountId.FIRST, pair(self)).appliedTo(state);
    return new TrustEvent.PeerKeySaved(credential(peer), pair(peer).publicKey()).appliedTo(with);
  }

  private static LongTermKey pair(DeviceIdentity device) {
    return LongTermKey.drawn(device.name().value().length());
  }
}
