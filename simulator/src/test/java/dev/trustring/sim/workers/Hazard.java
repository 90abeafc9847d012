package dev.trustring.sim.workers;

import dev.trustring.sim.campaign.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A campaign in which anything may go wrong at any moment. After the first {@value #WILD} steps
 * workers stay, and words may still be lost, doubled and late: nothing may rest on who dies later.
 */
final class Hazard {

  private static final int RUNS = 200;
  private static final int WILD = 500;
  private static final int STEPS_MOST = 50_000;
  private static final int WORKERS = 3;
  private static final int DEATHS_MOST = 12;

  /** A worker that lives, and the runs that it is playing. */
  private record Life(WorkerId id, Shift shift, List<Integer> playing) {}

  private final SplittableRandom random;
  private final Ledger ledger = new Ledger(RUNS, 8);
  private final Map<WorkerId, Life> alive = new TreeMap<>();
  private final List<Runnable> underWay = new ArrayList<>();
  private final List<Integer> out = new ArrayList<>();
  private int hired;
  private int deaths;

  Hazard(long seed) {
    random = new SplittableRandom(seed);
    for (int worker = 0; worker < WORKERS; worker++) {
      hire();
    }
    for (int step = 0; step < STEPS_MOST && !ledger.isOver(); step++) {
      step(step < WILD);
      ledger.next().ifPresent(outcome -> out.add(outcome.number()));
    }
  }

  List<Integer> out() {
    return out;
  }

  List<Integer> all() {
    return IntStream.rangeClosed(1, RUNS).boxed().toList();
  }

  int deaths() {
    return deaths;
  }

  private void hire() {
    WorkerId worker = new WorkerId(++hired);
    alive.put(worker, new Life(worker, new Shift(worker, 2, "worker"), new ArrayList<>()));
    ledger.hire(worker);
  }

  private void step(boolean wild) {
    Life worker = any(List.copyOf(alive.values()));
    switch (random.nextInt(wild ? 0 : 3, 12)) {
      case 0 -> ledger.away(worker.id());
      case 1 -> die(worker.id());
      case 2, 3 -> ledger.back(worker.id());
      case 4, 5 -> say(worker.shift().news());
      case 6 -> say(worker.shift().unanswered());
      case 7, 8 -> finish(worker);
      default -> arrive();
    }
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void die(WorkerId worker) {
    if (deaths < DEATHS_MOST) {
      deaths++;
      alive.remove(worker);
      ledger.ended(worker);
      hire();
    }
  }

  private void finish(Life worker) {
    if (!worker.playing().isEmpty()) {
      Integer run = any(worker.playing());
      worker.playing().remove(run);
      say(worker.shift().finished(new Outcome.Failed(run, "outcome")));
    }
  }

  /** Of the words under way one arrives, is lost, or arrives and will arrive again. */
  private void arrive() {
    if (!underWay.isEmpty()) {
      Runnable word = any(underWay);
      int fate = random.nextInt(8);
      if (fate > 0) {
        underWay.remove(word);
      }
      if (fate != 1) {
        word.run();
      }
    }
  }

  private void say(Optional<WorkerTalk.Report> report) {
    report.ifPresent(said -> underWay.add(() -> hear(said)));
  }

  private void hear(WorkerTalk.Report report) {
    WorkerTalk.Orders orders = ledger.answer(report);
    underWay.add(
        () ->
            Optional.ofNullable(alive.get(report.worker()))
                .ifPresent(worker -> worker.playing().addAll(worker.shift().begun(orders))));
  }
}
