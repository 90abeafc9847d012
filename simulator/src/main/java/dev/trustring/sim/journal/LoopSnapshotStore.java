package dev.trustring.sim.journal;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.persistence.DeleteSnapshotFailure;
import akka.persistence.DeleteSnapshotSuccess;
import akka.persistence.DeleteSnapshotsFailure;
import akka.persistence.DeleteSnapshotsSuccess;
import akka.persistence.SaveSnapshotFailure;
import akka.persistence.SaveSnapshotSuccess;
import akka.persistence.SnapshotMetadata;
import akka.persistence.SnapshotProtocol;
import akka.persistence.SnapshotSelectionCriteria;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.RunLoop;
import java.util.Optional;
import scala.jdk.javaapi.OptionConverters;

/** Akka's snapshot store on the {@link Disk}s of the nodes, in one queue with their events. */
public final class LoopSnapshotStore extends AbstractActor {
  private final RunLoop loop = LoopConfig.loopOf(context().system().settings().config());
  private final Optional<Incarnation> systemLife =
      LoopConfig.incarnationOf(context().system().settings().config());

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(SnapshotProtocol.LoadSnapshot.class, this::onLoad)
        .match(SnapshotProtocol.SaveSnapshot.class, this::onSave)
        .match(SnapshotProtocol.DeleteSnapshot.class, this::onDeleteOne)
        .match(SnapshotProtocol.DeleteSnapshots.class, this::onDelete)
        .build();
  }

  private void onLoad(SnapshotProtocol.LoadSnapshot load) {
    ActorRef asker = sender();
    Disk disk = Disk.holding(loop, load.persistenceId());
    SnapshotSelectionCriteria criteria = load.criteria().limit(load.toSequenceNr());
    disk.whenRead(
        lifeOf(asker),
        () ->
            tell(
                asker,
                new SnapshotProtocol.LoadSnapshotResult(
                    OptionConverters.toScala(disk.latest(load.persistenceId(), criteria)),
                    load.toSequenceNr())));
  }

  private void onSave(SnapshotProtocol.SaveSnapshot save) {
    ActorRef asker = sender();
    Disk disk = Disk.holding(loop, save.metadata().persistenceId());
    disk.whenSettled(lifeOf(asker), () -> tell(asker, outcomeOf(disk, save)));
  }

  private Object outcomeOf(Disk disk, SnapshotProtocol.SaveSnapshot save) {
    SnapshotMetadata asked = save.metadata();
    SnapshotMetadata dated =
        new SnapshotMetadata(
            asked.persistenceId(), asked.sequenceNr(), loop.now().toEpochMilli(), asked.metadata());
    try {
      disk.save(dated, save.snapshot());
      return new SaveSnapshotSuccess(dated);
    } catch (DiskException e) {
      return new SaveSnapshotFailure(asked, e);
    }
  }

  private void onDeleteOne(SnapshotProtocol.DeleteSnapshot delete) {
    ActorRef asker = sender();
    SnapshotMetadata asked = delete.metadata();
    long number = asked.sequenceNr();
    SnapshotSelectionCriteria exactly =
        new SnapshotSelectionCriteria(number, Long.MAX_VALUE, number, 0);
    Disk disk = Disk.holding(loop, asked.persistenceId());
    disk.whenSettled(
        lifeOf(asker),
        () -> {
          try {
            disk.deleteSnapshots(asked.persistenceId(), exactly);
            tell(asker, new DeleteSnapshotSuccess(asked));
          } catch (DiskException e) {
            tell(asker, new DeleteSnapshotFailure(asked, e));
          }
        });
  }

  private void onDelete(SnapshotProtocol.DeleteSnapshots delete) {
    ActorRef asker = sender();
    Disk disk = Disk.holding(loop, delete.persistenceId());
    disk.whenSettled(
        lifeOf(asker),
        () -> {
          try {
            disk.deleteSnapshots(delete.persistenceId(), delete.criteria());
            tell(asker, new DeleteSnapshotsSuccess(delete.criteria()));
          } catch (DiskException e) {
            tell(asker, new DeleteSnapshotsFailure(delete.criteria(), e));
          }
        });
  }

  private Optional<Incarnation> lifeOf(ActorRef actor) {
    return loop.power().incarnationOf(actor).or(() -> systemLife);
  }

  private void tell(ActorRef to, Object message) {
    to.tell(message, self());
  }
}
