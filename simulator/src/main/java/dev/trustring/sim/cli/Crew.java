package dev.trustring.sim.cli;

import dev.trustring.sim.campaign.Campaign;
import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.workers.ClusterKey;
import dev.trustring.sim.workers.DrivenWorker;
import dev.trustring.sim.workers.Workers;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who plays the runs of a campaign: the cores of this JVM, or workers in JVMs of their own. */
final class Crew {

  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final int JOBS_MAX = 256;
  private static final int WORKERS_MAX = 64;

  @Option(
      names = "--jobs",
      paramLabel = "J",
      description = "runs at a time in each JVM; default: so many that all cores are busy")
  private @Nullable Integer jobs;

  @Option(
      names = "--workers",
      paramLabel = "W",
      description = "play the runs in W JVMs of their own, at most 64; default: in this one")
  private @Nullable Integer workers;

  /** Refuses numbers that are none of workers or jobs. */
  void check() {
    if (jobs != null) {
      ChaosCommand.checkFrom("--jobs", jobs, 1);
    }
    if (workers != null && (workers < 1 || workers > WORKERS_MAX)) {
      throw new UsageException(
          "--workers: expected a number from 1 to " + WORKERS_MAX + ", found " + workers);
    }
  }

  private int jobs() {
    int share = Math.max(1, CORES / Optional.ofNullable(workers).orElse(1));
    return Math.min(JOBS_MAX, Optional.ofNullable(jobs).orElse(share));
  }

  /** Runs at a time in this JVM, for what workers have no part in. */
  int threads() {
    return workers == null ? jobs() : Math.min(CORES, jobs() * workers);
  }

  /**
   * Plays the runs of a campaign.
   *
   * @param goesOn asked again and again; when it says no, those under way are the last
   * @param then takes what each run came to, in order; when it says no, that run was the last
   * @return why not all were played although they were wanted; empty if nothing went wrong
   */
  Optional<String> play(
      Campaign campaign, int runs, BooleanSupplier goesOn, Predicate<Played> then) {
    if (workers == null) {
      campaign.run(runs, jobs(), goesOn, then);
      return Optional.empty();
    }
    byte[] key = new byte[ClusterKey.BYTES];
    new SecureRandom().nextBytes(key);
    Workers.Plan plan =
        new Workers.Plan(DrivenWorker.launch(), workers, jobs(), ClusterKey.of(key));
    try (Workers all = new Workers(campaign, plan)) {
      return all.run(runs, goesOn, then);
    }
  }
}
