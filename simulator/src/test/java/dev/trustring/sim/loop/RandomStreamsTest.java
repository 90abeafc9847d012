package dev.trustring.sim.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  /** Worked out outside of Java: SHA-256 of the name, then the SplitMix64 step. */
  private static final long PHONE_DISK_OF_SEED_42 = 1_784_745_741_627_649_448L;

  @Test
  void continuesAStreamThatWasAskedForBefore() {
    RandomStreams streams = new RandomStreams(1);

    assertThat(streams.stream("network", "latency")).isSameAs(streams.stream("network", "latency"));
  }

  @Test
  void drawsTheSameFromTheSameSeedWhateverElseIsAskedFor() {
    RandomStreams alone = new RandomStreams(7);
    RandomStreams crowded = new RandomStreams(7);
    crowded.stream("faults").nextLong();
    crowded.stream("network", "latency", "watch->phone").nextLong();

    assertThat(draws(crowded.stream("network", "latency", "phone->watch")))
        .isEqualTo(draws(alone.stream("network", "latency", "phone->watch")));
  }

  @Test
  void tellsSeedsAndNamesApart() {
    RandomStreams streams = new RandomStreams(7);

    assertThat(
            List.of(
                draws(streams.stream("a", "b")),
                draws(streams.stream("ab")),
                draws(streams.stream("a", "b", "")),
                draws(new RandomStreams(8).stream("a", "b"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void meansTheSameOnEveryJdk() {
    assertThat(new RandomStreams(42).stream("disk", "phone").nextLong())
        .isEqualTo(PHONE_DISK_OF_SEED_42);
  }

  private static List<Long> draws(RandomGenerator stream) {
    return LongStream.generate(stream::nextLong).limit(5).boxed().toList();
  }

  @Test
  void goesOnWithAnotherSeedForWhoeverAsksFromThenOn() {
    RandomStreams streams = new RandomStreams(7);
    RandomGenerator held = streams.stream("a");
    long first = new RandomStreams(7).stream("a").nextLong();

    streams.reseed(8);

    assertThat(streams.stream("a").nextLong())
        .isEqualTo(new RandomStreams(8).stream("a").nextLong());
    assertThat(held.nextLong()).isEqualTo(first);
  }
}
