package dev.trustring.trust.level;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceLevelTest {
  @ParameterizedTest
  @CsvSource({"SL1, 1", "SL2, 2", "SL3, 3", "SL4, 4", "SL5, 4"})
  void receivesDataUpToItsLevel(DeviceLevel level, int highest) {
    assertThat(level.highestDataLevel()).isEqualTo(highest);
    assertThat(level.mayReceive(highest)).isTrue();
    assertThat(level.mayReceive(highest + 1)).isFalse();
  }

  @Test
  void readsLevelsExactly() {
    assertThat(DeviceLevel.parse("SL3")).contains(DeviceLevel.SL3);
    assertThat(DeviceLevel.parse("sl3")).isEmpty();
    assertThat(DeviceLevel.parse("SL6")).isEmpty();
  }
}
