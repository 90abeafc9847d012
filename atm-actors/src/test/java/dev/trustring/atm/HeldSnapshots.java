package dev.trustring.atm;

import akka.dispatch.Futures;
import akka.persistence.SelectedSnapshot;
import akka.persistence.SnapshotMetadata;
import akka.persistence.SnapshotSelectionCriteria;
import akka.persistence.snapshot.japi.SnapshotStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import scala.concurrent.Future;

/** A snapshot store that holds the latest snapshot of each actor. */
public final class HeldSnapshots extends SnapshotStore {
  private static final Map<String, SelectedSnapshot> HELD = new ConcurrentHashMap<>();
  private static final Map<String, CountDownLatch> FIRST = new ConcurrentHashMap<>();

  static List<Object> of(String persistenceId) {
    return Optional.ofNullable(HELD.get(persistenceId)).map(SelectedSnapshot::snapshot).stream()
        .toList();
  }

  static void awaitOne(String persistenceId) {
    try {
      if (!first(persistenceId).await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("no snapshot of " + persistenceId);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static CountDownLatch first(String persistenceId) {
    return FIRST.computeIfAbsent(persistenceId, absent -> new CountDownLatch(1));
  }

  @Override
  public Future<Optional<SelectedSnapshot>> doLoadAsync(
      String persistenceId, SnapshotSelectionCriteria criteria) {
    return Futures.successful(Optional.ofNullable(HELD.get(persistenceId)));
  }

  @Override
  public Future<Void> doSaveAsync(SnapshotMetadata metadata, Object snapshot) {
    HELD.put(metadata.persistenceId(), SelectedSnapshot.create(metadata, snapshot));
    first(metadata.persistenceId()).countDown();
    return done();
  }

  @Override
  public Future<Void> doDeleteAsync(SnapshotMetadata metadata) {
    return done();
  }

  @Override
  public Future<Void> doDeleteAsync(String persistenceId, SnapshotSelectionCriteria criteria) {
    return done();
  }

  @SuppressWarnings("NullAway") // a Void has no other value
  private static Future<Void> done() {
    return Futures.successful(null);
  }
}
