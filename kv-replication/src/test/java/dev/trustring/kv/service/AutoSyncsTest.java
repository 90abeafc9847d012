package dev.trustring.kv.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When stores that were written to sync by themselves (kv-store §7.1). */
class AutoSyncsTest {
  private static final StoreId NOTES = new StoreId("notes");
  private static final Instant START = Instant.ofEpochSecond(5);

  private final AutoSyncs app = new AutoSyncs();

  @ParameterizedTest(name = "a write {0} ms after the first waits for {1} ms")
  @CsvSource({"0, 50", "100, 50", "150, 50", "170, 30", "200, 0"})
  void waitsFiftyMillisAfterTheLastWriteAndNeverMoreThanTwoHundredAfterTheFirst(
      long later, long wait) {
    app.wrote(NOTES, START);

    assertThat(app.wrote(NOTES, START.plusMillis(later))).isEqualTo(Duration.ofMillis(wait));
  }

  @Test
  void countsAnewOnceItsTimeHasCome() {
    app.wrote(NOTES, START);
    app.due(START.plusMillis(50));

    assertThat(app.wrote(NOTES, START.plusSeconds(1))).isEqualTo(AutoSyncs.AFTER_THE_LAST);
  }

  @Test
  void namesAStoreOnceHoweverOftenItWasWrittenTo() {
    app.wrote(NOTES, START);
    app.wrote(NOTES, START);

    assertThat(app.due(START)).containsExactly(NOTES);
    assertThat(app.isEmpty()).isTrue();
  }

  @Test
  void leavesTheEleventhStoreForTheNextTime() {
    List<StoreId> stores =
        IntStream.range(0, 11).mapToObj(number -> new StoreId("s" + number)).toList();
    stores.forEach(store -> app.wrote(store, START));

    assertThat(app.due(START)).isEqualTo(stores.subList(0, 10));
    assertThat(app.isEmpty()).isFalse();
    assertThat(app.due(START)).isEqualTo(stores.subList(10, 11));
  }

  @Test
  void forgetsWhatWaitsWhenThereIsNobodyToSyncWith() {
    app.wrote(NOTES, START);
    app.drop();

    assertThat(app.due(START)).isEmpty();
  }
}
