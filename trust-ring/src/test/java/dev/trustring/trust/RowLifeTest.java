package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.bind.AuthCode;
import dev.trustring.trust.bind.BindAuth;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.user.Build;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows that were given days to live (trust-and-softbus §1.4, ACL_LIFE_CYCLE_DAYS). */
class RowLifeTest {
  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");

  private static void told(
      TrustWorld.Device device, PkgName pkg, AuthenticationType allows, Optional<Integer> days) {
    device.asked(
        new Trust.ImportAuthCode(new AuthCode(pkg, AppToken.UNKNOWN, "004711", allows, days)));
  }

  private void binds(PkgName pkg) {
    phone.asked(
        new Trust.StartBind(
            tablet.identity, pkg, BindLevel.APP, AppToken.UNKNOWN, BindAuth.IMPORTED_CODE));
    world.deliverAll();
  }

  private void bindFor(AuthenticationType ofTablet, Optional<Integer> days) {
    told(phone, NOTES, AuthenticationType.ALLOW_ALWAYS, Optional.of(1));
    told(tablet, NOTES, ofTablet, days);
    binds(NOTES);
  }

  private List<TimerKey.OfRowLife> lives(TrustWorld.Device device) {
    return device.timers.stream()
        .filter(TimerKey.OfRowLife.class::isInstance)
        .map(TimerKey.OfRowLife.class::cast)
        .toList();
  }

  private static Duration lastTimer(TrustWorld.Device device) {
    List<TrustEffect.StartTimer> started =
        device.all(TrustEffect.StartTimer.class).stream()
            .filter(start -> start.key() instanceof TimerKey.OfRowLife)
            .toList();
    return started.get(started.size() - 1).after();
  }

  private void daysPass(int days) {
    world.now = world.now.plus(Duration.ofDays(days));
    lives(tablet).forEach(key -> tablet.asked(new Trust.TimerFired(key)));
  }

  @Test
  void aRowEndsAfterItsDaysOnTheSinkAlone() {
    bindFor(AuthenticationType.ALLOW_ALWAYS, Optional.of(10));

    daysPass(9);
    boolean kept = tablet.hasBond();
    daysPass(1);

    assertThat(kept).isTrue();
    assertThat(tablet.hasNothing()).isTrue();
    assertThat(phone.hasBond()).as("nobody tells the source").isTrue();
    assertThat(world.table).isEmpty();
  }

  @Test
  void limitsTheRowOfTheAppAndNotTheLink() {
    bindFor(AuthenticationType.ALLOW_ALWAYS, Optional.of(10));
    told(phone, CHESS, AuthenticationType.ALLOW_ALWAYS, Optional.empty());
    told(tablet, CHESS, AuthenticationType.ALLOW_ALWAYS, Optional.empty());
    binds(CHESS);

    daysPass(10);

    assertThat(tablet.state.rows())
        .extracting(AccessRow::bundle)
        .containsExactlyInAnyOrder(Optional.empty(), Optional.of(CHESS));
  }

  @Test
  void theSourceLimitsNothing() {
    bindFor(AuthenticationType.ALLOW_ALWAYS, Optional.empty());

    assertThat(lives(phone)).isEmpty();
    assertThat(lives(tablet)).isEmpty();
    assertThat(phone.state.lives().lives()).isEmpty();
  }

  @Test
  void countsForWhatIsAllowedForGoodAlone() {
    bindFor(AuthenticationType.ALLOW_ONCE, Optional.of(10));

    assertThat(tablet.state.rows())
        .extracting(AccessRow::authenticationType)
        .containsOnly(AuthenticationType.ALLOW_ONCE);
    assertThat(lives(tablet)).isEmpty();
  }

  @Test
  void aLongLifeTakesSeveralTimers() {
    bindFor(AuthenticationType.ALLOW_ALWAYS, Optional.of(3650));
    Duration first = lastTimer(tablet);

    daysPass(3640);
    Duration last = lastTimer(tablet);

    assertThat(first).isEqualTo(Duration.ofDays(30));
    assertThat(last).isEqualTo(Duration.ofDays(10));
    assertThat(tablet.hasBond()).isTrue();
  }

  @Test
  void aRestartGoesOnWithWhatIsLeft() {
    bindFor(AuthenticationType.ALLOW_ALWAYS, Optional.of(10));
    Instant later = world.now.plus(Duration.ofDays(4));
    Instant tooLate = world.now.plus(Duration.ofDays(11));

    assertThat(restarted(later)).isEqualTo(Duration.ofDays(6));
    assertThat(restarted(tooLate)).isEqualTo(Duration.ZERO);
  }

  private Duration restarted(Instant now) {
    return Trust.restarted(tablet.state, Sessions.NONE, Build.ORDINARY, now).effects().stream()
        .map(TrustEffect.StartTimer.class::cast)
        .map(TrustEffect.StartTimer::after)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRowThatWentBeforeTakesItsLifeAlong() {
    bindFor(AuthenticationType.ALLOW_ALWAYS, Optional.of(10));
    tablet.asked(new Trust.Unbind(phone.identity, NOTES));
    world.loseAll();

    told(tablet, NOTES, AuthenticationType.ALLOW_ALWAYS, Optional.empty());
    told(phone, NOTES, AuthenticationType.ALLOW_ALWAYS, Optional.empty());
    binds(NOTES);
    daysPass(10);

    assertThat(tablet.hasBond()).isTrue();
  }

  @Test
  void aBindThatFailsLeavesNoLife() {
    told(phone, NOTES, AuthenticationType.ALLOW_ALWAYS, Optional.empty());
    told(tablet, NOTES, AuthenticationType.ALLOW_ALWAYS, Optional.of(10));
    phone.asked(
        new Trust.StartBind(
            tablet.identity, NOTES, BindLevel.APP, AppToken.UNKNOWN, BindAuth.IMPORTED_CODE));
    while (tablet.state.lives().lives().isEmpty()) {
      world.deliver(0);
    }

    world.disconnect(phone, tablet);

    assertThat(tablet.hasNothing()).isTrue();
    assertThat(tablet.state.lives().lives()).isEmpty();
  }
}
