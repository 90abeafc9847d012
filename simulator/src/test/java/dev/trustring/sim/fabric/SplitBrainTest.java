package dev.trustring.sim.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SplitBrainTest {

  @Test
  void theMinorityGoesDownAndTheMajorityStays() {
    try (RingOnLoop ring = RingOnLoop.withSplitBrainResolver(3, Duration.ofSeconds(10))) {
      ring.up("phone", "tablet", "watch");

      ring.cut("phone", "watch");
      ring.cut("tablet", "watch");
      ring.run(60);

      assertThat(ring.isTerminated("watch")).isTrue();
      assertThat(ring.seenBy("phone")).containsExactly("phone", "tablet");
      assertThat(ring.seenBy("tablet")).containsExactly("phone", "tablet");
      assertThat(ring.loop.foreignSubmits()).isZero();
    }
  }

  @Test
  void aCutShorterThanTheResolverWaitsCostsNobody() {
    try (RingOnLoop ring = RingOnLoop.withSplitBrainResolver(3, Duration.ofSeconds(60))) {
      ring.up("phone", "tablet", "watch");

      ring.cut("phone", "watch");
      ring.cut("tablet", "watch");
      ring.run(30);
      ring.heal();
      ring.run(90);

      assertThat(ring.seenBy("watch")).containsExactly("phone", "tablet", "watch");
    }
  }
}
