package dev.trustring.sim.workers;

import dev.trustring.sim.campaign.Outcome;
import java.util.List;

/**
 * What a worker and its campaign say to each other inside their cluster: a report, and the orders
 * that answer it. A report without an answer is said again, so neither may be lost or count twice.
 */
sealed interface WorkerTalk {

  /** The most outcomes in one report, and the most runs in one answer. */
  int MOST = 16;

  /**
   * What a worker has done.
   *
   * @param serial counts the worker's reports from 1; an answered one is never said again
   * @param outcomes of what it has played since its last report, at most {@value #MOST}
   * @param wants how many runs more it would take, at most {@value #MOST}
   * @param replyTo where the orders go, as Akka writes an actor's address
   */
  record Report(WorkerId worker, long serial, List<Outcome> outcomes, int wants, String replyTo)
      implements WorkerTalk, CampaignActor.Message {
    public Report {
      outcomes = List.copyOf(outcomes);
      if (serial < 1 || wants < 0 || wants > MOST || outcomes.size() > MOST) {
        throw new IllegalArgumentException("no worker reports so");
      }
    }
  }

  /**
   * What the worker has to play next.
   *
   * @param serial of the report that this answers
   * @param runs their numbers; none if there is nothing to do now
   */
  record Orders(long serial, List<Integer> runs) implements WorkerTalk, WorkerActor.Message {
    public Orders {
      runs = List.copyOf(runs);
    }
  }
}
