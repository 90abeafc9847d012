package dev.trustring.sim.instrument;

import dev.trustring.sim.loop.RandomStreams;
import dev.trustring.sim.loop.RunLoop;
import java.util.random.RandomGenerator;
import scala.util.Random;

/**
 * The streams from which Akka draws on one loop.
 *
 * @param numbers actor uids, back-off jitter, partners of gossip
 * @param ids of event-sourced actors' lives and the like
 * @param shuffler orders of Scala collections
 */
record AkkaDraws(RandomGenerator numbers, RandomGenerator ids, Random shuffler) {
  static AkkaDraws of(RunLoop loop) {
    return loop.part(AkkaDraws.class, () -> from(loop.random()));
  }

  private static AkkaDraws from(RandomStreams random) {
    return new AkkaDraws(
        random.stream("loop", "akka-draws"),
        random.stream("loop", "akka-ids"),
        new Random(random.stream("loop", "akka-shuffles").nextLong()));
  }
}
