package dev.trustring.device.lnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.JoinMessage;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ledger.TrustState;
import org.junit.jupiter.api.Test;

/** The thirty records of connections, whoever joined whom (trust-and-softbus §5.3). */
class RecordsTest extends Builders {

  @Test
  void whoHasJoinedThisDeviceTakesARecordToo() {
    isFullButFor(1);

    isJoinedBy(TABLET);
    assertThat(of(LnnWish.Admit.class)).hasSize(1);
    joins(WATCH);
    assertThat(answers()).containsExactly(refused(JoinCode.TOO_MANY_RECORDS));
    does(() -> phone.admitted(TABLET, true));
    joins(WATCH);
    assertThat(answers()).containsExactly(refused(JoinCode.TOO_MANY_RECORDS));

    does(() -> phone.offline(TABLET));
    joins(WATCH);
    assertThat(answers()).isEmpty();
  }

  @Test
  void aJoinedDeviceWithoutARecordLeftTakesNobodyIn() {
    isFullButFor(0);

    isJoinedBy(TABLET);

    assertThat(said()).hasSize(1).allMatch(JoinMessage.DeviceInfoAnswer.class::isInstance);
    assertThat(of(LnnWish.Admit.class)).isEmpty();
    assertThat(failures()).containsExactly(JoinCode.TOO_MANY_RECORDS);
  }

  @Test
  void hasRoomForTheThirtiethThatMembershipBringsAndNotForTheNext() {
    isFullButFor(1);
    assertThat(phone.hasRoomFor(TABLET)).isTrue();
    phone.online(TABLET);

    assertThat(phone.hasRoomFor(TABLET)).isTrue();
    assertThat(phone.hasRoomFor(WATCH)).isFalse();
    does(() -> phone.turnAway(WATCH));
    assertThat(failures()).containsExactly(JoinCode.TOO_MANY_RECORDS);
    does(() -> phone.turnAway(WATCH));
    assertThat(failures()).as("told once").isEmpty();
    assertThat(phone.isTurnedAway(WATCH)).isTrue();

    phone.offline(TABLET);
    assertThat(phone.hasRoomFor(WATCH)).isTrue();
    phone.online(WATCH);
    assertThat(phone.isTurnedAway(WATCH)).isFalse();
  }

  @Test
  void introducesItselfToNobodyWithoutARecordLeft() {
    isFullButFor(0);

    does(() -> phone.introduced(TABLET));

    assertThat(failures()).containsExactly(JoinCode.TOO_MANY_RECORDS);
    assertThat(waitsFor()).isEmpty();
  }

  private void isFullButFor(int records) {
    for (int node = 1; node <= 30 - records; node++) {
      phone.online(new DeviceName("node" + node));
    }
  }

  /** A peer goes through all stages of a join, and this device is the other end. */
  private void isJoinedBy(DeviceName peer) {
    TrustState own = bonded(PHONE, DeviceIdentity.of(peer));
    TrustState theirs = bonded(DeviceIdentity.of(peer), PHONE);
    JoinMessage.Proof proof = Candidate.of(theirs, DeviceIdentity.of(peer), PHONE).get(0).proof(7);
    does(() -> phone.heard(peer, new JoinMessage.DeviceId(7), attributes(PHONE)));
    does(() -> phone.heard(peer, proof, attributes(PHONE)));
    does(() -> phone.judge(new LnnWish.JudgeProof(peer, proof), own, PHONE));
    does(() -> phone.heard(peer, new JoinMessage.KeySaved(7), attributes(PHONE)));
    Payload.NodeAttributes told = attributes(DeviceIdentity.of(peer));
    does(() -> phone.heard(peer, new JoinMessage.DeviceInfo(7, told), attributes(PHONE)));
  }
}
