package dev.trustring.device.lnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.identity.DeviceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The four limits of trust-and-softbus §5.2 and their order. */
class FloodGuardTest {

  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final Instant START = Instant.EPOCH;
  private static final List<Function<String, LnnAsk>> ALL_CALLS =
      List.of(
          FloodGuardTest::join,
          pkg -> new LnnAsk.Leave(pkg, TABLET),
          LnnAsk.GetAllNodeInfo::new,
          LnnAsk.GetLocalNodeInfo::new,
          pkg -> new LnnAsk.GetNodeKeyInfo(pkg, TABLET));

  private final FloodGuard guard = new FloodGuard();

  @Test
  void refusesTheHundredAndFirstJoinOfOnePackage() {
    assertThat(made(FloodGuardTest::join, "dms", 101)).isEqualTo(100);

    assertThat(says(join("dms"))).contains(FloodCode.SAME_PACKAGE_AND_CALL);
    assertThat(says(join("other"))).isEmpty();
  }

  @Test
  void letsThreeHundredQuestionsForInformationThrough() {
    assertThat(made(LnnAsk.GetAllNodeInfo::new, "dms", 301)).isEqualTo(300);

    assertThat(says(new LnnAsk.GetAllNodeInfo("dms"))).contains(FloodCode.SAME_PACKAGE_AND_CALL);
    assertThat(says(new LnnAsk.GetLocalNodeInfo("dms"))).isEmpty();
  }

  @Test
  void refusesACallThatAllPackagesTogetherMakeTooOften() {
    for (int pkg = 0; pkg < 8; pkg++) {
      made(FloodGuardTest::join, "pkg" + pkg, 100);
    }

    assertThat(says(join("another"))).contains(FloodCode.SAME_CALL);
    assertThat(says(join("pkg0")))
        .as("its own limit first")
        .contains(FloodCode.SAME_PACKAGE_AND_CALL);
  }

  @Test
  void refusesAPackageThatMakesTooManyCallsOfAllKinds() {
    ALL_CALLS.subList(1, 5).forEach(call -> made(call, "dms", 1000));

    assertThat(made(FloodGuardTest::join, "dms", 1)).isZero();
    assertThat(says(join("dms"))).contains(FloodCode.SAME_PACKAGE);
  }

  @Test
  void refusesEverythingWhenAllTogetherMakeTooManyCalls() {
    for (int pkg = 0; pkg < 4; pkg++) {
      String name = "pkg" + pkg;
      ALL_CALLS.subList(2, 5).forEach(call -> made(call, name, 200));
    }

    assertThat(says(join("another"))).contains(FloodCode.ALL);
  }

  @Test
  void forgetsWhatIsTenSecondsOld() {
    made(FloodGuardTest::join, "dms", 100);

    Instant justBefore = START.plusMillis(9_999);
    assertThat(guard.refuses(join("dms"), justBefore)).contains(FloodCode.SAME_PACKAGE_AND_CALL);
    assertThat(guard.refuses(join("dms"), START.plusSeconds(10))).isEmpty();
  }

  @Test
  void hasThePlatformsNumbers() {
    assertThat(FloodCode.values())
        .extracting(FloodCode::number)
        .containsExactly(-426442648, -426442647, -426442646, -426442645);
  }

  private static LnnAsk join(String pkg) {
    return new LnnAsk.Join(pkg, TABLET);
  }

  private Optional<FloodCode> says(LnnAsk call) {
    return guard.refuses(call, START);
  }

  /** How many of so many calls get through. */
  private long made(Function<String, LnnAsk> call, String pkg, int times) {
    long through = 0;
    for (int i = 0; i < times; i++) {
      through += says(call.apply(pkg)).isEmpty() ? 1 : 0;
    }
    return through;
  }
}
