package dev.trustring.kv.fix;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.DeviceFixture;
import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.Fix;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo.Side;
import dev.trustring.kv.gate.Gates;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.level.DeviceLevel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random worlds with several things wrong at once. */
class FixSearchSeedTest {
  private static final List<DeviceLevel> LEVELS = List.of(DeviceLevel.values());
  private static final List<SecurityLabel> LABELS =
      List.of(SecurityLabel.S1, SecurityLabel.S2, SecurityLabel.S3, SecurityLabel.S4);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void listsOnlyWhatTurnsTheAnswerToYesAndNothingLargerThanNeeded(long seed) {
    AttemptFacts facts = anyWorld(new SplittableRandom(seed));

    List<Fix> fixes = FixSearch.of(facts);

    for (Fix fix : fixes) {
      assertThat(goesThrough(changed(facts, fix))).as("%s", fix.changes()).isTrue();
      assertThat(fix.changes()).hasSameSizeAs(fixes.get(0).changes());
    }
    int size = fixes.isEmpty() ? 3 : fixes.get(0).changes().size();
    assertThat(anyWay(facts, size - 1)).as("a smaller fix than %s", fixes).isFalse();
  }

  static List<Long> seeds() {
    return LongStream.rangeClosed(1, 150).boxed().toList();
  }

  /** Makes the changes of a fix again, found by their words. */
  private static AttemptFacts changed(AttemptFacts facts, Fix fix) {
    AttemptFacts after = facts;
    for (String says : fix.changes()) {
      AttemptFacts before = after;
      Change change =
          Changes.all().stream()
              .filter(one -> one.applies().test(before) && one.says().apply(before).equals(says))
              .findFirst()
              .orElseThrow();
      after = change.apply().apply(before);
    }
    return after;
  }

  /** Tries every set of that many changes or fewer, without any cleverness. */
  private static boolean anyWay(AttemptFacts facts, int changes) {
    if (changes < 0) {
      return false;
    }
    if (goesThrough(facts)) {
      return true;
    }
    return changes > 0
        && Changes.all().stream()
            .filter(change -> change.applies().test(facts))
            .anyMatch(change -> anyWay(change.apply().apply(facts), changes - 1));
  }

  private static boolean goesThrough(AttemptFacts facts) {
    AttemptFacts now = Foresight.asIfTriedNow(facts);
    return Gates.of(facts.rules()).stream()
        .filter(gate -> gate.info().side() == Side.SENDER || facts.receiver().isPresent())
        .noneMatch(gate -> stops(gate, now));
  }

  private static boolean stops(Gate gate, AttemptFacts facts) {
    return gate.check(facts).stop().isPresent();
  }

  private static AttemptFacts anyWorld(SplittableRandom random) {
    DeviceFixture phone = spoilt(aPhone(), random);
    DeviceFixture watch = spoilt(aWatch(), random);
    if (random.nextInt(4) == 0) {
      watch.withoutTheStore();
    }
    if (random.nextInt(4) == 0) {
      watch.outsideTheRing().trustingNot(AccessReason.NO_ROW);
      phone.trustingNot(AccessReason.NO_ROW);
    }
    AttemptFixture attempt =
        anAttempt()
            .under(random.nextInt(4) == 0 ? RuleSet.ARTICLE : RuleSet.OPENHARMONY)
            .from(phone)
            .towards(watch)
            .over(random.nextInt(4) == 0 ? AttemptFixture.blockedWifi() : AttemptFixture.wifi());
    if (random.nextInt(6) == 0) {
      attempt.neverOpened();
    }
    if (random.nextInt(6) == 0) {
      attempt.withReceiverSwitchedOff();
    }
    return Foresight.asIfExchanged(attempt.facts());
  }

  private static DeviceFixture spoilt(DeviceFixture device, SplittableRandom random) {
    device.atLevel(LEVELS.get(random.nextInt(5))).withTee(random.nextBoolean());
    device.withLabel(LABELS.get(random.nextInt(4)));
    switch (random.nextInt(6)) {
      case 0 -> device.withoutGrant();
      case 1 -> device.withoutDeclaration();
      case 2 -> device.refusedByTheUser();
      case 3 -> device.withRange(List.of(device.name().value()), List.of("nobody"));
      default -> device.withRange(List.of(), List.of());
    }
    return device;
  }
}
