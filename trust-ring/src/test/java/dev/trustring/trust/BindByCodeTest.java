package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.bind.AuthCode;
import dev.trustring.trust.bind.BindAuth;
import dev.trustring.trust.bind.BindState;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.wire.BindReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Binds by a code that both devices were told before (trust-and-softbus §2.5 to §2.8). */
class BindByCodeTest {
  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  private static void told(TrustWorld.Device device, PkgName pkg, String digits) {
    device.asked(new Trust.ImportAuthCode(new AuthCode(pkg, AppToken.UNKNOWN, digits)));
  }

  private Trust.Reply begins() {
    return phone.asked(
        new Trust.StartBind(
            tablet.identity, NOTES, BindLevel.APP, AppToken.UNKNOWN, BindAuth.IMPORTED_CODE));
  }

  private void bothTold(String ofPhone, String ofTablet) {
    told(phone, NOTES, ofPhone);
    told(tablet, NOTES, ofTablet);
  }

  @Test
  void bindsForGoodAndAsksNobody() {
    bothTold("004711", "004711");

    begins();
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
    assertThat(tablet.ending()).isEqualTo(BindReason.OK);
    assertThat(phone.state.rows())
        .extracting(AccessRow::authenticationType)
        .containsOnly(AuthenticationType.ALLOW_ALWAYS);
    assertThat(tablet.all(TrustEffect.ShowConfirm.class)).isEmpty();
    assertThat(tablet.all(TrustEffect.ShowPin.class)).isEmpty();
    assertThat(phone.all(TrustEffect.AskPin.class)).isEmpty();
  }

  @Test
  void endsAtOnceWithTwoDifferentCodesAndFreezesNobody() {
    for (int times = 1; times <= 4; times++) {
      bothTold("004711", "004712");

      begins();
      world.deliverAll();

      assertThat(phone.ending()).isEqualTo(BindReason.AUTH_CODE_INCORRECT);
      assertThat(tablet.ending()).isEqualTo(BindReason.AUTH_CODE_INCORRECT);
    }
    assertThat(phone.hasNothing() && tablet.hasNothing()).isTrue();
    assertThat(tablet.state.freezes().isEmpty()).isTrue();
  }

  @Test
  void isRefusedWhereNoCodeWasToldForThatApp() {
    assertThat(begins()).isEqualTo(new Trust.BindFailed(BindReason.INPUT_INVALID));
    told(phone, CHESS, "004711");
    assertThat(begins()).isEqualTo(new Trust.BindFailed(BindReason.INPUT_INVALID));
  }

  @Test
  void failsAtASinkThatWasToldNone() {
    told(phone, NOTES, "004711");
    told(tablet, CHESS, "004711");

    begins();
    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.CAPABILITY_MISMATCH);
  }

  @Test
  void usesUpTheCode() {
    bothTold("004711", "004711");
    begins();
    world.deliverAll();

    assertThat(begins()).isEqualTo(new Trust.BindFailed(BindReason.INPUT_INVALID));
    assertThat(tablet.sessions).isEqualTo(Sessions.NONE);
  }

  @Test
  void goesOnWithItsCodeWhenAnotherIsToldMeanwhile() {
    bothTold("004711", "004711");
    begins();
    told(phone, CHESS, "999999");
    told(tablet, CHESS, "888888");

    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.CAPABILITY_MISMATCH);
    told(tablet, NOTES, "004711");
    told(phone, NOTES, "004711");
    begins();
    world.deliver(0);
    told(phone, CHESS, "999999");
    told(tablet, CHESS, "888888");
    world.deliverAll();
    assertThat(phone.ending()).isEqualTo(BindReason.OK);
  }

  @Test
  void survivesALockedScreenOnBothSides() {
    bothTold("004711", "004711");
    phone.asked(new Trust.LockScreen(true));
    begins();
    tablet.asked(new Trust.LockScreen(true));
    world.deliver(0);
    tablet.asked(new Trust.LockScreen(true));

    world.deliverAll();

    assertThat(phone.ending()).isEqualTo(BindReason.OK);
  }

  @Test
  void takesTheShorterTimers() {
    bothTold("004711", "004711");
    begins();
    world.deliver(0);
    world.deliver(0);
    world.deliver(0);

    assertThat(started(tablet, BindTimer.PIN_AUTH)).containsExactly(Duration.ofSeconds(10));
    assertThat(started(tablet, BindTimer.HEARTBEAT)).containsExactly(Duration.ofSeconds(20));
    assertThat(started(phone, BindTimer.CONFIRM)).containsExactly(Duration.ofSeconds(10));
    assertThat(started(phone, BindTimer.AUTHENTICATE)).containsExactly(Duration.ofMinutes(2));
    assertThat(tablet.sessions.bind().orElseThrow().state()).isEqualTo(BindState.SINK_PIN_START);
  }

  private static List<Duration> started(TrustWorld.Device device, BindTimer timer) {
    return device.all(TrustEffect.StartTimer.class).stream()
        .filter(start -> start.key() instanceof TimerKey.OfBind of && of.timer() == timer)
        .map(TrustEffect.StartTimer::after)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345a", "١٢٣٤٥٦"})
  void aCodeHasSixDigits(String digits) {
    assertThat(AuthCode.isLegal(digits)).isFalse();
    assertThatThrownBy(() -> new AuthCode(NOTES, AppToken.UNKNOWN, digits))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCodeDoesNotSayItself() {
    assertThat(new AuthCode(NOTES, AppToken.UNKNOWN, "123456")).asString().doesNotContain("123456");
  }
}
