package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.secret.LongTermKey;
import dev.trustring.trust.secret.Pake;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.TrustMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody between the devices reads, changes, keeps and makes messages, without the PIN. */
class BindAttackTest {
  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  private TrustMessage taken() {
    return world.table.remove(0).message();
  }

  private void says(TrustWorld.Device from, TrustWorld.Device to, TrustMessage message) {
    world.table.add(0, new TrustWorld.Letter(from, to, message));
    world.deliver(0);
  }

  private void nobodyTrustsAnybody() {
    world.deliverAll();
    assertThat(phone.hasNothing() && tablet.hasNothing()).isTrue();
    assertThat(phone.sessions.bind().isEmpty() && tablet.sessions.bind().isEmpty()).isTrue();
  }

  private String name(String role, TrustWorld.Device device, BindId bind) {
    return role + "|" + device.identity.udid() + "|" + bind + "|PIN|APP|" + NOTES;
  }

  @Test
  void aManInTheMiddleWhoPlaysTheSourceHasOneGuessForEachTry() {
    world.bindUpToPin(phone, tablet);
    BindId bind = tablet.bind();
    for (int guess = 1; guess <= 3; guess++) {
      Pake mallory =
          new Pake(
              name("source", phone, bind),
              name("sink", tablet, bind),
              tablet.shownPin() - guess,
              guess);
      says(phone, tablet, new BindMessage.PakeStart(bind, mallory.firstRound()));
      BindMessage.PakeAnswer answer = (BindMessage.PakeAnswer) taken();
      Pake.Agreed agreed = mallory.agreed(answer.first(), answer.second()).orElseThrow();
      says(phone, tablet, new BindMessage.PakeConfirm(bind, agreed.second(), agreed.ownProof()));
      TrustMessage verdict = taken();
      if (guess < 3) {
        assertThat(verdict).isEqualTo(new BindMessage.PakeEnd(bind, Optional.empty()));
      }
    }

    assertThat(tablet.ending()).isEqualTo(BindReason.PIN_WRONG_TOO_OFTEN);
    assertThat(tablet.hasNothing()).isTrue();
  }

  @Test
  void aManInTheMiddleWhoPlaysTheSinkCannotProveTheKeyToTheSource() {
    world.bindUpToPin(phone, tablet);
    BindId bind = phone.bind();
    phone.types(tablet.shownPin());
    BindMessage.PakeStart start = (BindMessage.PakeStart) taken();
    Pake mallory =
        new Pake(name("sink", tablet, bind), name("source", phone, bind), tablet.shownPin() - 1, 5);
    Pake.Reply reply = mallory.reply(start.first()).orElseThrow();

    says(tablet, phone, new BindMessage.PakeAnswer(bind, reply.first(), reply.second()));
    BindMessage.PakeConfirm confirm = (BindMessage.PakeConfirm) taken();
    Pake.Agreed agreed = mallory.agreed(start.first(), confirm.second()).orElseThrow();
    says(tablet, phone, new BindMessage.PakeEnd(bind, Optional.of(agreed.ownProof())));

    assertThat(phone.ending()).isEqualTo(BindReason.PROOF_MISMATCH);
    nobodyTrustsAnybody();
  }

  @Test
  void anOfferThatWasBentIsFoundOutByTheProofs() {
    phone.bindsWith(tablet);
    BindMessage.Offer offer = (BindMessage.Offer) taken();

    says(
        phone,
        tablet,
        new BindMessage.Offer(
            offer.bind(),
            offer.version(),
            offer.authTypes(),
            CHESS,
            offer.level(),
            offer.user(),
            offer.account()));
    world.deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
    world.deliverAll();
    phone.types(tablet.shownPin());
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.PROOF_MISMATCH);
    nobodyTrustsAnybody();
  }

  @Test
  void aBindThatWasRecordedCannotBePlayedAgain() {
    List<BindMessage> recorded = new ArrayList<>();
    phone.bindsWith(tablet);
    while (!world.table.isEmpty()) {
      TrustWorld.Letter letter = world.table.get(0);
      BindMessage message = (BindMessage) letter.message();
      if (letter.from() == phone) {
        recorded.add(message);
      }
      world.deliver(0);
      if (message.number() == 100) {
        tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
      } else if (message.number() == 110) {
        phone.types(tablet.shownPin());
      }
    }
    tablet.asked(new Trust.Unbind(phone.identity, NOTES));
    world.loseAll();
    assertThat(tablet.hasNothing()).isTrue();

    for (BindMessage message : recorded) {
      says(phone, tablet, message);
      world.loseAll();
      if (message.number() == 100) {
        tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
        world.loseAll();
      }
    }

    assertThat(tablet.hasNothing()).isTrue();
    assertThat(tablet.ending()).isNotEqualTo(BindReason.OK);
  }

  @Test
  void theFirstWordsOfAnotherBindAreRefusedUnderTheNameOfThisOne() {
    world.bindUpToPin(phone, tablet);
    phone.types(tablet.shownPin());
    BindMessage.PakeStart recorded = (BindMessage.PakeStart) taken();
    world.disconnect(phone, tablet);
    world.bindUpToPin(phone, tablet);

    says(phone, tablet, new BindMessage.PakeStart(tablet.bind(), recorded.first()));

    assertThat(tablet.ending()).isEqualTo(BindReason.PROOF_MISMATCH);
    nobodyTrustsAnybody();
  }

  @ParameterizedTest(name = "the {0}th message is touched")
  @ValueSource(ints = {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
  void aClosedMessageThatIsTouchedEndsTheBind(int arrived) {
    world.bindForLetters(phone, tablet, arrived);
    TrustWorld.Letter letter = world.table.remove(0);
    BindMessage.Sealed sealed = (BindMessage.Sealed) letter.message();
    char last = sealed.box().charAt(sealed.box().length() - 1) == '0' ? '1' : '0';
    String touched = sealed.box().substring(0, sealed.box().length() - 1) + last;

    says(
        letter.from(),
        letter.to(),
        new BindMessage.Sealed(sealed.bind(), sealed.number(), touched));

    assertThat(letter.to().ending()).isEqualTo(BindReason.MESSAGE_UNREADABLE);
    nobodyTrustsAnybody();
  }

  @Test
  void aClosedMessageIsNotTakenForAnother() {
    world.bindForLetters(phone, tablet, 14);
    TrustWorld.Letter secondChallenge = world.table.remove(0);
    BindMessage.Sealed sealed = (BindMessage.Sealed) secondChallenge.message();
    assertThat(sealed.number()).isEqualTo(160);

    says(phone, tablet, new BindMessage.Sealed(sealed.bind(), 180, sealed.box()));

    assertThat(tablet.ending()).isEqualTo(BindReason.MESSAGE_UNREADABLE);
    nobodyTrustsAnybody();
  }

  @Test
  void aCredentialIsNotProvenByAnotherKeyThanTheOneExchanged() {
    world.bindForLetters(phone, tablet, 10);
    phone.state =
        new TrustEvent.KeyPairMade(phone.state.foregroundUser(), LongTermKey.drawn(99))
            .appliedTo(phone.state);

    world.deliverAll();

    assertThat(tablet.ending()).isEqualTo(BindReason.AUTHENTICATION_FAILED);
    assertThat(phone.ending()).isEqualTo(BindReason.AUTHENTICATION_FAILED);
    nobodyTrustsAnybody();
  }

  @Test
  void whoeverReadsEverythingFindsNoKeyInIt() {
    StringBuilder read = new StringBuilder();
    phone.bindsWith(tablet);
    while (!world.table.isEmpty()) {
      BindMessage message = (BindMessage) world.table.get(0).message();
      read.append(message);
      world.deliver(0);
      if (message.number() == 100) {
        tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
      } else if (message.number() == 110) {
        phone.types(tablet.shownPin());
      }
    }

    assertThat(phone.hasBond() && tablet.hasBond()).isTrue();
    LongTermKey key = phone.state.keys().of(phone.state.foregroundUser()).orElseThrow();
    assertThat(read).doesNotContain(key.publicKey()).doesNotContain(key.privateKey());
    assertThat(phone.state.keys().ofPeers()).hasSize(2);
    assertThat(phone.all(TrustEffect.ShowPin.class)).isEmpty();
  }

  @Test
  void aLaterBindProvesTheKeysThatAreThereInsteadOfMakingNewOnes() {
    world.bind(phone, tablet);
    List<TrustMessage> sent = new ArrayList<>();
    phone.effects.clear();

    phone.bindsWith(tablet, TrustWorld.CHESS, BindLevel.APP);
    world.deliverAll();
    tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
    world.deliverAll();
    phone.types(tablet.shownPin());
    world.deliverAll();

    phone.all(TrustEffect.Send.class).forEach(send -> sent.add(send.message()));
    assertThat(sent)
        .extracting(message -> ((BindMessage) message).number())
        .containsExactly(80, 100, 120, 121, 140, 141, 180, 200);
    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(phone.state.keys().ofPeers()).hasSize(2);
  }

  @Test
  void aKeyOfThePeerThatIsNewIsTakenOnlyForAsLongAsTheBindGoesWell() {
    world.bind(phone, tablet);
    var before = phone.state.keys();
    tablet.state = TrustState.factoryNew();
    world.bindForLetters(phone, tablet, 12);
    assertThat(phone.state.keys()).isNotEqualTo(before);

    world.disconnect(phone, tablet);

    assertThat(phone.state.keys().ofPeers()).hasSameElementsAs(before.ofPeers());
    assertThat(phone.hasBond()).isTrue();
  }
}
