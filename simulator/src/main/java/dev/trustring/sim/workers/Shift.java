package dev.trustring.sim.workers;

import dev.trustring.sim.campaign.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A worker's own account of its work: what it has to tell, and when it asks for more. It has two
 * runs for each job, so that none stands still while a report is on its way.
 */
final class Shift {

  private static final int RUNS_A_JOB = 2;

  private final WorkerId self;
  private final int room;
  private final String replyTo;
  private final List<Outcome> untold = new ArrayList<>();
  private Optional<WorkerTalk.Report> unanswered = Optional.empty();
  private long serial;
  private int inHand;

  /** One that has not begun. */
  Shift(WorkerId self, int jobs, String replyTo) {
    this.self = self;
    this.room = RUNS_A_JOB * jobs;
    this.replyTo = replyTo;
  }

  /** A run has ended; the report to send now, if any. */
  Optional<WorkerTalk.Report> finished(Outcome outcome) {
    untold.add(outcome);
    inHand--;
    return news();
  }

  /** Takes an answer; an old one says nothing. The runs to begin. */
  List<Integer> begun(WorkerTalk.Orders orders) {
    if (unanswered.isEmpty() || unanswered.get().serial() != orders.serial()) {
      return List.of();
    }
    untold.subList(0, unanswered.get().outcomes().size()).clear();
    unanswered = Optional.empty();
    inHand += orders.runs().size();
    return orders.runs();
  }

  /** The report to send if there is something to tell or to ask for, and none is unanswered. */
  Optional<WorkerTalk.Report> news() {
    int wants = Math.min(WorkerTalk.MOST, Math.max(0, room - inHand));
    if (unanswered.isPresent() || (untold.isEmpty() && wants == 0)) {
      return Optional.empty();
    }
    List<Outcome> told = untold.subList(0, Math.min(WorkerTalk.MOST, untold.size()));
    unanswered = Optional.of(new WorkerTalk.Report(self, ++serial, told, wants, replyTo));
    return unanswered;
  }

  /** The report to send once more, because nobody has answered it for long. */
  Optional<WorkerTalk.Report> unanswered() {
    return unanswered;
  }
}
