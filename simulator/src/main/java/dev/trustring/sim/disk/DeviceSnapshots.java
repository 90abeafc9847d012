package dev.trustring.sim.disk;

import akka.dispatch.Futures;
import akka.dispatch.OnComplete;
import akka.persistence.SnapshotMetadata;
import akka.persistence.jdbc.snapshot.JdbcSnapshotStore;
import com.typesafe.config.Config;
import dev.trustring.sim.journal.DiskException;
import org.jspecify.annotations.Nullable;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;

/**
 * The snapshot plugin on the same disk as {@link DeviceJournal}. A snapshot that is refused is one
 * snapshot less, and nobody waits for it: the events are there.
 */
public final class DeviceSnapshots extends JdbcSnapshotStore {
  private final DiskFaults faults;
  private final WriteCount writes;

  /** Made by Akka, by its name in the settings. */
  public DeviceSnapshots(Config settings) {
    super(settings);
    this.faults = JournalSetup.of(system()).faults();
    this.writes = JournalSetup.of(system()).writes();
  }

  @Override
  public Future<BoxedUnit> saveAsync(SnapshotMetadata metadata, Object snapshot) {
    try {
      faults.beforeWrite();
    } catch (DiskException e) {
      return Futures.failed(e);
    }
    if (faults.present().isSilent()) {
      return Futures.<BoxedUnit>promise().future();
    }
    writes.begins();
    return super.saveAsync(metadata, snapshot)
        .andThen(
            new OnComplete<BoxedUnit>() {
              @Override
              public void onComplete(@Nullable Throwable failure, BoxedUnit saved) {
                writes.ends();
              }
            },
            context().dispatcher());
  }
}
