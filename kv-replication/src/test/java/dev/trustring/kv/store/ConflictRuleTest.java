package dev.trustring.kv.store;

import static dev.trustring.kv.store.KvStoreType.DEVICE_COLLABORATION;
import static dev.trustring.kv.store.KvStoreType.SINGLE_VERSION;
import static dev.trustring.kv.store.StoreFixture.PHONE;
import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule as seen by the phone. */
class ConflictRuleTest {

  @ParameterizedTest
  @EnumSource(KvStoreType.class)
  void takesARowThatIsNew(KvStoreType type) {
    Row incoming = from(TABLET, "new", 100);

    assertThat(ConflictRule.onReceive(type, Optional.empty(), incoming, PHONE)).contains(incoming);
  }

  @ParameterizedTest(name = "stored at 100, incoming at {0}: {1}")
  @CsvSource({"101, incoming", "100, stored", "99, stored"})
  void letsTheLaterWriteWinAndKeepsWhatIsThereOnATie(long time, String winner) {
    Row stored = local("mine", 100);
    Row incoming = from(TABLET, "theirs", time);

    assertThat(ConflictRule.onReceive(SINGLE_VERSION, Optional.of(stored), incoming, PHONE))
        .isEqualTo(winner.equals("incoming") ? Optional.of(incoming) : Optional.empty());
  }

  @Test
  void hasNoTieBreakByDevice() {
    Row fromTablet = from(TABLET, "tablet", 100);
    Row fromWatch = from(WATCH, "watch", 100);

    assertThat(received(SINGLE_VERSION, fromTablet, fromWatch)).isEmpty();
    assertThat(received(SINGLE_VERSION, fromWatch, fromTablet)).isEmpty();
  }

  @ParameterizedTest(name = "supplied at 100, again at {0}")
  @ValueSource(longs = {100, 40})
  void letsTheLastSenderCorrectItsRow(long time) {
    Row stored = at(from(TABLET, "first", 0), 90, 100);

    Optional<Row> kept = received(SINGLE_VERSION, stored, from(TABLET, "corrected", time));

    assertThat(kept).contains(at(from(TABLET, "corrected", 0), 90, 101));
  }

  @Test
  void letsNobodyElseCorrectIt() {
    Row stored = rowOf(Optional.of("first"), 100, Optional.of(TABLET), WATCH);

    assertThat(received(SINGLE_VERSION, stored, from(WATCH, "late", 100))).isEmpty();
  }

  @Test
  void takesANewerRowOfTheLastSenderWithItsOwnTimes() {
    Row stored = from(TABLET, "first", 100);
    Row incoming = from(TABLET, "second", 200);

    assertThat(received(SINGLE_VERSION, stored, incoming)).contains(incoming);
  }

  @ParameterizedTest(name = "tombstone at {0} against a live row at 100: {1}")
  @CsvSource({"101, deleted", "100, live", "99, live"})
  void treatsATombstoneLikeAnyRow(long time, String outcome) {
    Row tombstone = rowOf(Optional.empty(), time, Optional.of(TABLET), TABLET);

    Optional<Row> kept = received(SINGLE_VERSION, local("mine", 100), tombstone);

    assertThat(kept.isPresent()).isEqualTo(outcome.equals("deleted"));
  }

  @Test
  void bringsADeletedRowBackToLife() {
    Row tombstone = rowOf(Optional.empty(), 100, Optional.empty(), PHONE);
    Row incoming = from(TABLET, "alive", 101);

    assertThat(received(SINGLE_VERSION, tombstone, incoming)).contains(incoming);
  }

  @Test
  void letsNobodyAmendWhatThisDeviceWroteInCollaboration() {
    Row incoming = rowOf(Optional.of("amended"), 200, Optional.of(TABLET), TABLET);

    assertThat(received(DEVICE_COLLABORATION, local("mine", 100), incoming)).isEmpty();
    assertThat(received(SINGLE_VERSION, local("mine", 100), incoming)).contains(incoming);
  }

  @Test
  void ignoresRowsThatClaimThisDeviceAsTheirOriginInCollaboration() {
    Row claimed = rowOf(Optional.of("claimed"), 200, Optional.of(TABLET), PHONE);

    assertThat(received(DEVICE_COLLABORATION, from(TABLET, "theirs", 100), claimed)).isEmpty();
    assertThat(ConflictRule.onReceive(DEVICE_COLLABORATION, Optional.empty(), claimed, PHONE))
        .isEmpty();
    assertThat(received(SINGLE_VERSION, from(TABLET, "theirs", 100), claimed)).contains(claimed);
  }

  @Test
  void letsTheOriginCorrectItsRowInCollaborationOnly() {
    Row stored = rowOf(Optional.of("first"), 100, Optional.of(TABLET), WATCH);
    Row correction = from(WATCH, "corrected", 50);

    assertThat(received(DEVICE_COLLABORATION, stored, correction))
        .contains(at(correction, 100, 101));
    assertThat(received(SINGLE_VERSION, stored, correction)).isEmpty();
  }

  @Test
  void letsThirdDevicesNotCorrectInTheNameOfTheOrigin() {
    Row stored = rowOf(Optional.of("first"), 100, Optional.of(TABLET), TABLET);
    Row incoming = rowOf(Optional.of("late"), 50, Optional.of(WATCH), TABLET);

    assertThat(received(DEVICE_COLLABORATION, stored, incoming)).isEmpty();
  }

  @ParameterizedTest(name = "written at {0} over a row of timestamp 90 written at 100")
  @CsvSource({"101, 101, 101", "100, 90, 101", "30, 90, 101"})
  void letsALocalWriteWinAlways(long time, long timestamp, long writeTimestamp) {
    Row stored = at(from(TABLET, "theirs", 0), 90, 100);

    Row kept = ConflictRule.onWrite(Optional.of(stored), local("mine", time));

    assertThat(kept).isEqualTo(at(local("mine", 0), timestamp, writeTimestamp));
  }

  @Test
  void writesAFirstRowAsItIs() {
    Row written = local("mine", 100);

    assertThat(ConflictRule.onWrite(Optional.empty(), written)).isEqualTo(written);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithTheTablesOnRandomRows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 5000; round++) {
      KvStoreType type = random.nextBoolean() ? SINGLE_VERSION : DEVICE_COLLABORATION;
      Row stored = anyRow(random, true);
      Row incoming = anyRow(random, false);

      Optional<Row> kept = received(type, stored, incoming);

      assertThat(kept)
          .as("%s: %s against %s", type, incoming, stored)
          .isEqualTo(byTheTables(type, stored, incoming));
    }
  }

  /** The two tables once more, row by row and without any thought. */
  private static Optional<Row> byTheTables(KvStoreType type, Row stored, Row incoming) {
    if (type == DEVICE_COLLABORATION && stored.sender().isEmpty()) {
      return Optional.empty();
    }
    if (type == DEVICE_COLLABORATION && incoming.origin().equals(PHONE)) {
      return Optional.empty();
    }
    long difference = incoming.writeTimestamp() - stored.writeTimestamp();
    if (difference > 0) {
      return Optional.of(incoming);
    }
    DeviceName sender = incoming.sender().orElseThrow();
    boolean lastSender = stored.sender().isPresent() && stored.sender().get().equals(sender);
    boolean origin = type == DEVICE_COLLABORATION && stored.origin().equals(sender);
    if (!lastSender && !origin) {
      return Optional.empty();
    }
    return Optional.of(
        new Row(
            incoming.id(),
            incoming.value(),
            stored.timestamp(),
            stored.writeTimestamp() + 1,
            incoming.sender(),
            incoming.origin()));
  }

  private static Row anyRow(SplittableRandom random, boolean mayBeLocal) {
    DeviceName[] devices = {TABLET, WATCH, PHONE};
    Optional<DeviceName> sender =
        mayBeLocal && random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of(devices[random.nextInt(2)]);
    DeviceName origin = sender.isEmpty() ? PHONE : devices[random.nextInt(3)];
    Optional<String> value = random.nextInt(4) == 0 ? Optional.empty() : Optional.of("v");
    return at(rowOf(value, 0, sender, origin), 100 + random.nextInt(4), 100 + random.nextInt(4));
  }

  private static Optional<Row> received(KvStoreType type, Row stored, Row incoming) {
    return ConflictRule.onReceive(type, Optional.of(stored), incoming, PHONE);
  }

  private static Row local(String value, long time) {
    return rowOf(Optional.of(value), time, Optional.empty(), PHONE);
  }

  private static Row from(DeviceName sender, String value, long time) {
    return rowOf(Optional.of(value), time, Optional.of(sender), sender);
  }

  private static Row rowOf(
      Optional<String> value, long time, Optional<DeviceName> sender, DeviceName origin) {
    return new Row(
        new RowId("", Key.of("a")), value.map(StoreFixture::text), time, time, sender, origin);
  }

  private static Row at(Row row, long timestamp, long writeTimestamp) {
    return row.withTimes(timestamp, writeTimestamp);
  }
}
