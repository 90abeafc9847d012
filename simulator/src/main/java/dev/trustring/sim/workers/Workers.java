package dev.trustring.sim.workers;

import dev.trustring.sim.campaign.Campaign;
import dev.trustring.sim.campaign.Outcome;
import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.child.ChildProcess;
import dev.trustring.sim.child.Launch;
import dev.trustring.sim.world.HostException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Plays the runs of a campaign in processes of their own on this machine, which form an Akka
 * Cluster with this one over the loopback address. Which process plays which run is left to their
 * speed; what the runs came to is handed on in the order of their numbers, so a campaign comes out
 * the same however many there are and whoever of them dies.
 *
 * <p>Only the thread that calls {@link #run} knows the ledger: whatever happens elsewhere waits for
 * it in line.
 */
public final class Workers implements AutoCloseable {

  /**
   * How a campaign is spread.
   *
   * @param launch starts a worker
   * @param workers how many
   * @param jobs runs at a time in each
   */
  public record Plan(Launch launch, int workers, int jobs, ClusterKey key) {}

  /** So many runs for each job are handed out or wait to be handed on. */
  private static final int AHEAD = 8;

  /** A place in which so many workers in a row have brought no outcome stays empty. */
  private static final int BARREN_MOST = 3;

  private static final long PACE_MILLIS = 100;

  private final Campaign campaign;
  private final Plan plan;
  private final Path logs;
  private final BlockingQueue<Runnable> happened = new LinkedBlockingQueue<>();
  private final CampaignActor.Node node;
  private final Map<WorkerId, Worker> working = new TreeMap<>();
  private Ledger ledger = new Ledger(0, 0);
  private int started;
  private String lastWords = "";

  private static final class Worker {
    private final ChildProcess<WorkerStart> process;
    private String address = "";
    private int barren;

    /** One who has brought no outcome, as so many in a row in its place, itself counted. */
    Worker(ChildProcess<WorkerStart> process, int barren) {
      this.process = process;
      this.barren = barren;
    }
  }

  /**
   * Founds the cluster; workers are started when there is something to do.
   *
   * @throws HostException with the one line to show
   */
  public Workers(Campaign campaign, Plan plan) {
    this.campaign = campaign;
    this.plan = plan;
    try {
      this.logs = Files.createTempDirectory("trustring-workers");
    } catch (IOException e) {
      throw new HostException("no folder for logs can be made: " + e.getMessage(), e);
    }
    this.node = CampaignActor.start(plan.key(), new Ports());
  }

  /**
   * Plays runs 1 to so many.
   *
   * @param goesOn asked again and again; when it says no, those under way are the last
   * @param then takes what each run came to, in order, on this thread; when it says no, that run
   *     was the last
   * @return why not all of them were played; empty if they were, or nobody wanted them
   * @throws dev.trustring.sim.campaign.RunFault if a run failed for a reason that is the tool's
   */
  public Optional<String> run(int runs, BooleanSupplier goesOn, Predicate<Played> then) {
    ledger = new Ledger(runs, AHEAD * plan.workers() * plan.jobs());
    for (int place = 0; place < Math.min(plan.workers(), runs); place++) {
      start(1);
    }
    while (!ledger.isOver()) {
      if (!goesOn.getAsBoolean()) {
        ledger.stop();
      }
      Optional<Outcome> next = ledger.next();
      if (next.isPresent()) {
        if (!then.test(next.get().played())) {
          return Optional.empty();
        }
      } else if (working.isEmpty()) {
        return Optional.of("no worker is left: " + lastWords);
      } else {
        attend();
      }
    }
    return Optional.empty();
  }

  private void attend() {
    try {
      Optional.ofNullable(happened.poll(PACE_MILLIS, TimeUnit.MILLISECONDS))
          .ifPresent(Runnable::run);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while workers were at work", e);
    }
  }

  private void start(int barren) {
    WorkerId id = new WorkerId(++started);
    try {
      ChildProcess<WorkerStart> process =
          ChildProcess.start(
              plan.launch(),
              logs.resolve(id + ".log"),
              id.toString(),
              WorkerStart.class,
              new ChildProcess.Ears<>(
                  FromWorker.class,
                  said -> happened.add(() -> heard(id, said)),
                  line -> happened.add(() -> ended(id, line))));
      process.tell(new WorkerStart(id, node.address(), plan.key(), plan.jobs(), campaign.terms()));
      working.put(id, new Worker(process, barren));
      ledger.hire(id);
    } catch (HostException e) {
      lastWords = String.valueOf(e.getMessage());
    }
  }

  private void heard(WorkerId id, FromWorker said) {
    Worker worker = working.get(id);
    if (worker == null) {
      return;
    }
    if (said instanceof FromWorker.Ready ready) {
      worker.address = ready.address();
    } else if (said instanceof FromWorker.Failed failed) {
      worker.process.kill();
      ended(id, failed.line());
    }
  }

  /**
   * The process of a worker is gone: another one takes its place, and its runs are played again.
   */
  private void ended(WorkerId id, String line) {
    Worker worker = working.remove(id);
    if (worker == null) {
      return;
    }
    lastWords = "the last one " + line;
    ledger.ended(id);
    if (!worker.address.isEmpty()) {
      node.gone(worker.address);
    }
    if (worker.barren < BARREN_MOST && ledger.needsWorkers()) {
      start(worker.barren + 1);
    }
  }

  private void reported(WorkerTalk.Report report, Consumer<WorkerTalk.Orders> reply) {
    Worker worker = working.get(report.worker());
    if (worker != null && !report.outcomes().isEmpty()) {
      worker.barren = 0;
    }
    reply.accept(ledger.answer(report));
  }

  /** The numbers that the operating system gave the processes. */
  Collection<Long> pids() {
    return working.values().stream().map(worker -> worker.process.pid()).toList();
  }

  private List<WorkerId> at(String address) {
    return working.entrySet().stream()
        .filter(one -> one.getValue().address.equals(address))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Kills all processes: what has not been handed on by now nobody wants. */
  @Override
  public void close() {
    working.values().forEach(worker -> worker.process.kill());
    node.close();
    removeLogs();
  }

  private void removeLogs() {
    try {
      for (int number = 1; number <= started; number++) {
        Files.deleteIfExists(logs.resolve(new WorkerId(number) + ".log"));
      }
      Files.delete(logs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Ports implements CampaignActor.Ports {

    @Override
    public void reported(WorkerTalk.Report report, Consumer<WorkerTalk.Orders> reply) {
      happened.add(() -> Workers.this.reported(report, reply));
    }

    @Override
    public void away(String address) {
      happened.add(() -> at(address).forEach(ledger::away));
    }

    @Override
    public void back(String address) {
      happened.add(() -> at(address).forEach(ledger::back));
    }

    @Override
    public void ended() {
      happened.add(
          () -> {
            throw new IllegalStateException("the cluster of the campaign has ended");
          });
    }
  }
}
