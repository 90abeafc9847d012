package dev.trustring.kv.service;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.Silence;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.sync.SyncNews;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The attempts of one call of {@code sync}, and what its callback says once all have ended
 * (kv-store §4.1, metadata outcome).
 *
 * @param heard whether the process that called still lives; the service calls back no other
 */
record SyncOutcome(
    boolean delayed, boolean heard, List<AttemptId> running, List<SyncNews.Ended> ended) {

  /** Takes what comes of a call. */
  interface Sink {
    void attemptEnded(AttemptReport report);

    void syncComplete(SortedMap<DeviceName, Integer> numbers);
  }

  SyncOutcome {
    running = List.copyOf(running);
    ended = List.copyOf(ended);
  }

  static SyncOutcome of(SyncPlan plan) {
    return new SyncOutcome(plan.isDelayed(), true, List.of(), List.of());
  }

  SyncOutcome started(AttemptId id) {
    List<AttemptId> more = new ArrayList<>(running);
    more.add(id);
    return new SyncOutcome(delayed, heard, more, ended);
  }

  SyncOutcome ended(SyncNews.Ended news) {
    List<AttemptId> fewer = new ArrayList<>(running);
    fewer.remove(news.id());
    List<SyncNews.Ended> more = new ArrayList<>(ended);
    more.add(news);
    return new SyncOutcome(delayed, heard, fewer, more);
  }

  SyncOutcome unheard() {
    return new SyncOutcome(delayed, false, running, ended);
  }

  boolean isComplete() {
    return running.isEmpty();
  }

  /** Reports every attempt, then calls the app back if there is anything to say. */
  void tell(Sink sink) {
    TreeMap<DeviceName, Integer> numbers = new TreeMap<>();
    for (SyncNews.Ended one : ended) {
      Optional<Integer> number = number(one);
      number.ifPresent(shown -> numbers.put(one.peer(), shown));
      sink.attemptEnded(report(one, visible(number)));
    }
    if (heard && !numbers.isEmpty()) {
      sink.syncComplete(numbers);
    }
  }

  /** The device's entry in the callback; none when it is missing there. */
  private Optional<Integer> number(SyncNews.Ended one) {
    boolean noMetadata = lacksMetadata(one);
    boolean othersGotOn = ended.stream().anyMatch(other -> !lacksMetadata(other));
    if (noMetadata && (othersGotOn || delayed)) {
      return Optional.empty();
    }
    return one.status().map(DbStatus::seenByApps).map(status -> status.number());
  }

  private static boolean lacksMetadata(SyncNews.Ended one) {
    Step metadata = one.facts().exchange().metadata();
    return metadata == Step.LINK_FAILED || metadata == Step.NO_ANSWER;
  }

  private Visible visible(Optional<Integer> number) {
    if (!heard) {
      return Silence.PROCESS_ENDED.visible();
    }
    return number.<Visible>map(Visible.Completed::new).orElseGet(Silence.LEFT_OUT::visible);
  }

  /** What whoever watches is told of an attempt that has ended. */
  static AttemptReport report(SyncNews.Ended one, Visible visible) {
    return new AttemptReport(
        one.id(), one.peer(), one.facts(), one.asked(), one.status(), visible, one.rowsSent());
  }
}
