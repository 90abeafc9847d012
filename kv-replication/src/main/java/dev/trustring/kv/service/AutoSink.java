package dev.trustring.kv.service;

import dev.trustring.kv.decision.Silence;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.trust.identity.DeviceName;
import java.util.SortedMap;

/** Takes what comes of a sync that no app called for: whoever watches hears of it, no app does. */
record AutoSink(KvObserver observer) implements SyncOutcome.Sink {

  @Override
  public void attemptEnded(AttemptReport report) {
    observer.attemptEnded(report.seenAs(Silence.AUTOMATIC.visible()));
  }

  @Override
  public void syncComplete(SortedMap<DeviceName, Integer> numbers) {}
}
