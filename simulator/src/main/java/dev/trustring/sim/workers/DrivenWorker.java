package dev.trustring.sim.workers;

import dev.trustring.device.wire.Cbor;
import dev.trustring.sim.campaign.Campaign;
import dev.trustring.sim.campaign.Cores;
import dev.trustring.sim.campaign.Outcome;
import dev.trustring.sim.child.Launch;
import dev.trustring.sim.child.RecordReader;
import dev.trustring.sim.child.RecordWriter;
import dev.trustring.sim.run.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The process of one worker, from its side. Nothing outlives the campaign: when the pipe from there
 * ends, the process ends at that moment, as by {@code kill -9}.
 */
public final class DrivenWorker {

  /** The longest outcome in bytes; {@value WorkerTalk#MOST} of them go in one report. */
  private static final int LONGEST = 1 << 19;

  private static final long PATIENCE_MILLIS = 5_000;

  private final RecordReader<WorkerStart> in;
  private final RecordWriter<FromWorker> out;

  private DrivenWorker(InputStream in, OutputStream out) {
    this.in = new RecordReader<>(WorkerStart.class, in);
    this.out = new RecordWriter<>(FromWorker.class, out, "to-campaign");
  }

  /** What starts one. */
  public static Launch launch() {
    return Launch.alike("driven-worker");
  }

  /**
   * Plays runs of the campaign that the other end describes. Comes back only if it cannot; why was
   * said to the other end.
   */
  public static void run(InputStream in, OutputStream out) throws IOException {
    new DrivenWorker(in, out).run();
  }

  private void run() throws IOException {
    Optional<WorkerStart> start = in.next();
    if (start.isPresent()) {
      try {
        work(start.get());
      } catch (RuntimeException e) {
        failed(e);
      } finally {
        out.close();
        out.awaitClosed(PATIENCE_MILLIS);
      }
    }
  }

  private void failed(RuntimeException e) {
    out.write(new FromWorker.Failed("failed: " + e));
  }

  private void work(WorkerStart start) throws IOException {
    Campaign campaign = Campaign.of(start.terms(), Words.all());
    try (Cores cores = new Cores(start.jobs());
        WorkerActor.Node node = WorkerActor.start(start, new Bench(campaign, cores))) {
      out.write(new FromWorker.Ready(node.address()));
      if (in.next().isEmpty()) {
        Runtime.getRuntime().halt(1);
      }
    }
  }

  private final class Bench implements WorkerActor.Ports {

    private final Campaign campaign;
    private final Cores cores;

    Bench(Campaign campaign, Cores cores) {
      this.campaign = campaign;
      this.cores = cores;
    }

    @Override
    public void play(int number, Consumer<Outcome> then) {
      cores.begin(
          () -> {
            try {
              then.accept(sayable(Outcome.of(campaign, number)));
            } catch (RuntimeException e) {
              failed(e);
            }
          });
    }

    @Override
    public void notLetIn() {
      out.write(new FromWorker.Failed("was not let into the cluster of its campaign"));
    }
  }

  private static Outcome sayable(Outcome outcome) {
    int bytes = Cbor.write(Outcome.class, outcome).length;
    return bytes <= LONGEST
        ? outcome
        : new Outcome.Failed(
            outcome.number(),
            "what it came to has " + bytes + " bytes, and at most " + LONGEST + " can be told");
  }
}
