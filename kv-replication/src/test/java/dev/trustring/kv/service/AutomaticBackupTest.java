package dev.trustring.kv.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the service makes backups by itself (kv-store §6). */
class AutomaticBackupTest {
  private static final Instant NOW = Instant.ofEpochSecond(1800);

  private final AutomaticBackup backup = new AutomaticBackup();

  @Test
  void makesNoneWhileTheScreenIsOn() {
    assertThat(backup.isDue(NOW)).isFalse();

    backup.screenIs(false);
    assertThat(backup.isDue(NOW)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1800, false", "35999, false", "36000, true", "90000, true"})
  void makesTheNextTenHoursLaterAtTheEarliest(long seconds, boolean due) {
    backup.screenIs(false);
    backup.isDue(NOW);

    assertThat(backup.isDue(NOW.plusSeconds(seconds))).isEqualTo(due);
  }
}
