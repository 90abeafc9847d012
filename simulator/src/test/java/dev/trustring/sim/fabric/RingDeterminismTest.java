package dev.trustring.sim.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RingDeterminismTest {

  @Test
  void oneSeedIsOneTrace() {
    assertThat(RingTale.told(5).firstDifference(RingTale.told(5))).isEmpty();
  }

  @Test
  void anotherSeedIsAnotherTrace() {
    assertThat(RingTale.told(5).hash()).isNotEqualTo(RingTale.told(6).hash());
  }
}
