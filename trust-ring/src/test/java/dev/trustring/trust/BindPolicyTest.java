package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.bind.BindAuth;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.user.Build;
import dev.trustring.trust.wire.BindReason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is refused, counted and shown a box beyond the usual (trust-and-softbus §2.5, §2.8). */
class BindPolicyTest {
  private static final PkgName SETTINGS = new PkgName("settings");

  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  @Test
  void tellsTheAppForHowLongItStaysFrozen() {
    freezes(NOTES, true);
    world.now = world.now.plusSeconds(25);

    phone.bindsWith(tablet);
    world.deliverAll();

    assertThat(phone.all(TrustEffect.FreezeTold.class))
        .extracting(TrustEffect.FreezeTold::remaining)
        .containsExactly(Duration.ofSeconds(35));
  }

  /** Three binds of an app in a row that fail; its service has registered its entry before. */
  private void freezes(PkgName pkg, boolean counted) {
    tablet.asked(new Trust.RegisterService(pkg, counted));
    for (int bind = 0; bind < 3; bind++) {
      phone.bindsWith(tablet, pkg, BindLevel.USER);
      world.deliverAll();
      tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
      world.deliverAll();
      for (int tries = 0; tries < 3; tries++) {
        phone.types(tablet.shownPin() == 999_999 ? 999_998 : tablet.shownPin() + 1);
        world.deliverAll();
      }
      assertThat(phone.ending()).isEqualTo(BindReason.PIN_WRONG_TOO_OFTEN);
    }
  }

  @Test
  void countsNoFailureOfAWhiteListedServiceWhoseEntrySaysSo() {
    freezes(SETTINGS, false);
    assertThat(tablet.state.freezes().isEmpty()).isTrue();

    freezes(SETTINGS, true);
    assertThat(tablet.state.freezes().freezes()).hasSize(1);
  }

  @Test
  void countsTheFailuresOfAnyOtherAppWhateverItsEntrySays() {
    freezes(NOTES, false);

    assertThat(tablet.state.freezes().freezes()).hasSize(1);
  }

  @Test
  void refusesAnExemptedServiceTooWhileItIsFrozen() {
    freezes(NOTES, true);
    tablet.asked(new Trust.RegisterService(SETTINGS, false));

    phone.bindsWith(tablet, SETTINGS, BindLevel.USER);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.DEVICE_FROZEN);
  }

  private Trust.Reply bindsFor(String business) {
    return phone.asked(
        new Trust.StartBind(
            tablet.identity,
            NOTES,
            BindLevel.APP,
            AppToken.UNKNOWN,
            BindAuth.PIN,
            Optional.of(business),
            Optional.empty()));
  }

  @Test
  void refusesABusinessThatMustNotDisturbBeforeAnyDialogue() {
    tablet.asked(new Trust.SetBusinessEvent("cast", true));

    bindsFor("cast");
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.ANTI_DISTURB);
    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).isEmpty();
    assertThat(tablet.sessions.bind()).isEmpty();
  }

  @Test
  void isDisturbedByAnotherBusinessOrNoneOrAfterTheEventIsOver() {
    tablet.asked(new Trust.SetBusinessEvent("cast", true));
    bindsFor("share");
    world.deliverAll();
    tablet.confirms(ConfirmChoice.REJECT);
    world.deliverAll();
    phone.bindsWith(tablet);
    world.deliverAll();
    tablet.confirms(ConfirmChoice.REJECT);
    world.deliverAll();
    tablet.asked(new Trust.SetBusinessEvent("cast", false));
    bindsFor("cast");
    world.deliverAll();

    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).hasSize(3);
  }

  @Test
  void asksForTheDisturbanceBeforeTheFreeze() {
    freezes(NOTES, true);
    tablet.asked(new Trust.SetBusinessEvent("cast", true));

    bindsFor("cast");
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.ANTI_DISTURB);
  }

  @Test
  void aTelevisionOpensItsConfirmBoxOnALockedScreenAndShowsNoPinThere() {
    tablet.build = Build.TV;
    tablet.asked(new Trust.LockScreen(true));

    phone.bindsWith(tablet);
    world.deliverAll();
    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).hasSize(1);
    tablet.confirms(ConfirmChoice.ALLOW_ALWAYS);
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.USER_CANCELLED);
    assertThat(tablet.all(TrustEffect.ShowPin.class)).isEmpty();
  }
}
