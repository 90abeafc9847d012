package dev.trustring.kv.service;

import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.trust.identity.DeviceName;
import java.util.SortedMap;

/** Hands what comes of one call of {@code sync} to whoever watches the device. */
record CallSink(KvCall.Sync call, KvObserver observer) implements SyncOutcome.Sink {

  @Override
  public void attemptEnded(AttemptReport report) {
    observer.attemptEnded(report);
  }

  @Override
  public void syncComplete(SortedMap<DeviceName, Integer> numbers) {
    observer.syncComplete(call.caller(), call.store(), numbers);
  }
}
