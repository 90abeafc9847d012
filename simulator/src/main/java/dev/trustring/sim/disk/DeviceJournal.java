package dev.trustring.sim.disk;

import akka.dispatch.Futures;
import akka.dispatch.OnComplete;
import akka.persistence.AtomicWrite;
import akka.persistence.jdbc.journal.JdbcAsyncWriteJournal;
import com.typesafe.config.Config;
import dev.trustring.sim.journal.DiskException;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/** The journal plugin on a disk that can have faults; those that have one still read. */
public final class DeviceJournal extends JdbcAsyncWriteJournal {
  private final DiskFaults faults;
  private final WriteCount writes;

  /** Made by Akka, by its name in the settings. */
  public DeviceJournal(Config settings) {
    super(settings);
    this.faults = JournalSetup.of(system()).faults();
    this.writes = JournalSetup.of(system()).writes();
  }

  @Override
  public Future<Seq<Try<BoxedUnit>>> asyncWriteMessages(Seq<AtomicWrite> messages) {
    try {
      faults.beforeWrite();
    } catch (DiskException e) {
      return Futures.failed(e);
    }
    if (faults.present().isSilent()) {
      Seq<AtomicWrite> kept = first(messages, faults.present().kept(messages.size()));
      return kept.isEmpty()
          ? Futures.<Seq<Try<BoxedUnit>>>promise().future()
          : write(kept)
              .flatMap(
                  done -> Futures.<Seq<Try<BoxedUnit>>>promise().future(), context().dispatcher());
    }
    return write(messages);
  }

  private static Seq<AtomicWrite> first(Seq<AtomicWrite> messages, int kept) {
    return CollectionConverters.asScala(CollectionConverters.asJava(messages).subList(0, kept))
        .toSeq();
  }

  private Future<Seq<Try<BoxedUnit>>> write(Seq<AtomicWrite> messages) {
    writes.begins();
    return super.asyncWriteMessages(messages)
        .andThen(
            new OnComplete<Seq<Try<BoxedUnit>>>() {
              @Override
              public void onComplete(@Nullable Throwable failure, Seq<Try<BoxedUnit>> written) {
                writes.ends();
              }
            },
            context().dispatcher());
  }

  @Override
  public Future<BoxedUnit> asyncDeleteMessagesTo(String persistenceId, long toSequenceNr) {
    try {
      faults.beforeDelete();
    } catch (DiskException e) {
      return Futures.failed(e);
    }
    if (faults.present().isSilent()) {
      return Futures.<BoxedUnit>promise().future();
    }
    return super.asyncDeleteMessagesTo(persistenceId, toSequenceNr);
  }
}
