package dev.trustring.sim.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.sim.FreshJvm;
import dev.trustring.sim.campaign.Campaign;
import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.campaign.Story;
import dev.trustring.sim.child.Launch;
import dev.trustring.sim.child.RecordReader;
import dev.trustring.sim.child.RecordWriter;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.Shipped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Workers in JVMs of their own, on the machine's clock; how fast they are decides nothing. */
class WorkersTest {

  private static final ClusterKey KEY = ClusterKey.of(new byte[ClusterKey.BYTES]);

  /** As the tool starts one, but ready sooner: these live for seconds. */
  private static final Launch QUICK = Launch.quick("driven-worker");

  private static final int RUNS = 6;

  private static Campaign campaign() {
    return new Campaign(
        Story.read(Path.of("src/test/resources/campaign/two.yaml"), Shipped.VOCABULARY),
        OptionalLong.of(3),
        Optional.empty(),
        HostKind.DENSE,
        0);
  }

  private static Workers workers(Campaign campaign, Launch launch) {
    return new Workers(campaign, new Workers.Plan(launch, 2, 1, KEY));
  }

  @Test
  void whatAKilledWorkerHadInHandIsPlayedByAnotherAndAllComesOutAsInOneJvm() {
    Campaign campaign = campaign();
    List<Played> here = new ArrayList<>();
    campaign.run(RUNS, 2, () -> true, here::add);
    List<Played> there = new ArrayList<>();
    List<ProcessHandle> killed = new ArrayList<>();

    try (Workers workers = workers(campaign, QUICK)) {
      Optional<String> lost =
          workers.run(
              RUNS,
              () -> true,
              run -> {
                there.add(run);
                if (run.number() == 2) {
                  killed.add(first(workers.pids()));
                  killed.get(0).destroyForcibly();
                }
                return true;
              });
      assertThat(lost).isEmpty();
    }

    assertThat(there).isEqualTo(here).anyMatch(run -> run.verdict() == Verdict.HELD);
    assertThat(killed).hasSize(1);
  }

  private static ProcessHandle first(Collection<Long> pids) {
    return ProcessHandle.of(pids.iterator().next()).orElseThrow();
  }

  @Test
  void aWorkerIsSetUpAsThisJvmIs() {
    assertThat(DrivenWorker.launch().command())
        .containsAll(FreshJvm.agents())
        .endsWith("driven-worker");
  }

  @Test
  void saysWhyNobodyIsLeftToPlay() {
    List<Played> played = new ArrayList<>();

    try (Workers workers =
        workers(campaign(), new Launch(List.of("sh", "-c", "echo no room >&2; exit 3")))) {
      assertThat(workers.run(RUNS, () -> true, played::add))
          .contains("no worker is left: the last one ended with exit value 3: no room");
    }
    try (Workers workers = workers(campaign(), new Launch(List.of("/nowhere/java")))) {
      assertThat(workers.run(RUNS, () -> true, played::add).orElseThrow())
          .startsWith("no worker is left: no process can be started: ");
    }
    assertThat(played).isEmpty();
  }

  @Test
  void aWorkerEndsWithThePipeFromItsCampaign() throws Exception {
    Process worker =
        new ProcessBuilder(QUICK.command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    RecordWriter<WorkerStart> pipe =
        new RecordWriter<>(WorkerStart.class, worker.getOutputStream(), "to-worker");
    pipe.write(
        new WorkerStart(
            new WorkerId(1), "akka://campaign@127.0.0.1:1/user#1", KEY, 1, campaign().terms()));
    assertThat(new RecordReader<>(FromWorker.class, worker.getInputStream()).next())
        .containsInstanceOf(FromWorker.Ready.class);

    pipe.close();

    assertThat(worker.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(worker.exitValue()).isEqualTo(1);
  }
}
