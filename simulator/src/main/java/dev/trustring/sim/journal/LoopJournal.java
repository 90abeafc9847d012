package dev.trustring.sim.journal;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.persistence.AtomicWrite;
import akka.persistence.DeleteMessagesFailure;
import akka.persistence.DeleteMessagesSuccess;
import akka.persistence.JournalProtocol;
import akka.persistence.NonPersistentRepr;
import akka.persistence.PersistentEnvelope;
import akka.persistence.PersistentRepr;
import akka.persistence.journal.Tagged;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.loop.RunLoop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Akka's journal on the {@link Disk}s of the nodes. Speaks the journal protocol itself instead of
 * extending Akka's base class, whose one queue of answers and one circuit breaker for all actors
 * would let the slow or broken disk of one node stop the others.
 */
public final class LoopJournal extends AbstractActor {
  private final RunLoop loop = LoopConfig.loopOf(context().system().settings().config());
  private final Optional<Incarnation> systemLife =
      LoopConfig.incarnationOf(context().system().settings().config());

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(JournalProtocol.WriteMessages.class, this::onWrite)
        .match(JournalProtocol.ReplayMessages.class, this::onReplay)
        .match(JournalProtocol.DeleteMessagesTo.class, this::onDelete)
        .build();
  }

  private void onWrite(JournalProtocol.WriteMessages write) {
    List<AtomicWrite> transactions = transactionsOf(write);
    if (transactions.isEmpty()) {
      succeed(write);
      return;
    }
    Disk disk = Disk.holding(loop, transactions.get(0).persistenceId());
    disk.whenWritten(lifeOf(write.persistentActor()), () -> store(disk, transactions, write));
  }

  private void store(
      Disk disk, List<AtomicWrite> transactions, JournalProtocol.WriteMessages write) {
    DiskFault fault = disk.fault();
    List<PersistentRepr> events =
        eventsOf(transactions.subList(0, fault.kept(transactions.size())));
    Instant now = loop.now();
    try {
      disk.append(events.stream().map(event -> asStored(event, now)).toList());
    } catch (DiskException e) {
      fail(write, e);
      return;
    }
    Runnable untold = () -> events.forEach(event -> disk.untold(asStored(event, now)));
    if (fault.isSilent()) {
      untold.run();
    } else {
      lifeOf(write.persistentActor()).ifPresent(life -> life.ifItNeverHears(untold));
      succeed(write);
    }
  }

  private void succeed(JournalProtocol.WriteMessages write) {
    tell(write.persistentActor(), JournalProtocol.WriteMessagesSuccessful$.MODULE$);
    int instance = write.actorInstanceId();
    answerEach(write, event -> new JournalProtocol.WriteMessageSuccess(event, instance));
  }

  private void fail(JournalProtocol.WriteMessages write, DiskException cause) {
    int atomicWrites = 0;
    for (PersistentEnvelope message : CollectionConverters.asJava(write.messages())) {
      atomicWrites += message instanceof AtomicWrite ? 1 : 0;
    }
    tell(write.persistentActor(), new JournalProtocol.WriteMessagesFailed(cause, atomicWrites));
    int instance = write.actorInstanceId();
    answerEach(write, event -> new JournalProtocol.WriteMessageFailure(event, cause, instance));
  }

  private static void answerEach(
      JournalProtocol.WriteMessages write, Function<PersistentRepr, Object> answer) {
    for (PersistentEnvelope message : CollectionConverters.asJava(write.messages())) {
      if (message instanceof AtomicWrite atomic) {
        for (PersistentRepr event : CollectionConverters.asJava(atomic.payload())) {
          write.persistentActor().tell(answer.apply(event), event.sender());
        }
      } else if (message instanceof NonPersistentRepr passing) {
        write
            .persistentActor()
            .tell(
                new JournalProtocol.LoopMessageSuccess(passing.payload(), write.actorInstanceId()),
                passing.sender());
      } else {
        throw new AssertionError(message);
      }
    }
  }

  private void onReplay(JournalProtocol.ReplayMessages replay) {
    Disk disk = Disk.holding(loop, replay.persistenceId());
    disk.whenRead(lifeOf(replay.persistentActor()), () -> replay(disk, replay));
  }

  private void replay(Disk disk, JournalProtocol.ReplayMessages replay) {
    long highest = disk.highestSequenceNr(replay.persistenceId());
    long to = Math.min(replay.toSequenceNr(), highest);
    disk.log(replay.persistenceId())
        .map(log -> log.between(replay.fromSequenceNr(), to, replay.max()))
        .orElse(List.of())
        .forEach(
            event -> tell(replay.persistentActor(), new JournalProtocol.ReplayedMessage(event)));
    tell(replay.persistentActor(), new JournalProtocol.RecoverySuccess(highest));
  }

  private void onDelete(JournalProtocol.DeleteMessagesTo delete) {
    Disk disk = Disk.holding(loop, delete.persistenceId());
    disk.whenSettled(
        lifeOf(delete.persistentActor()),
        () -> tell(delete.persistentActor(), outcomeOf(disk, delete)));
  }

  private static Object outcomeOf(Disk disk, JournalProtocol.DeleteMessagesTo delete) {
    try {
      disk.deleteEvents(delete.persistenceId(), delete.toSequenceNr());
      return new DeleteMessagesSuccess(delete.toSequenceNr());
    } catch (DiskException e) {
      return new DeleteMessagesFailure(e, delete.toSequenceNr());
    }
  }

  private static List<AtomicWrite> transactionsOf(JournalProtocol.WriteMessages write) {
    List<AtomicWrite> transactions = new ArrayList<>();
    for (PersistentEnvelope message : CollectionConverters.asJava(write.messages())) {
      if (message instanceof AtomicWrite atomic) {
        transactions.add(atomic);
      }
    }
    return transactions;
  }

  private static List<PersistentRepr> eventsOf(List<AtomicWrite> transactions) {
    List<PersistentRepr> events = new ArrayList<>();
    transactions.forEach(one -> events.addAll(CollectionConverters.asJava(one.payload())));
    return events;
  }

  /** Without sender and writer: both belong to a life of the actor, not to its events. */
  private static PersistentRepr asStored(PersistentRepr event, Instant now) {
    PersistentRepr bare =
        event
            .update(event.sequenceNr(), event.persistenceId(), false, ActorRef.noSender(), "")
            .withTimestamp(now.toEpochMilli());
    return bare.payload() instanceof Tagged tagged ? bare.withPayload(tagged.payload()) : bare;
  }

  private Optional<Incarnation> lifeOf(ActorRef actor) {
    return loop.power().incarnationOf(actor).or(() -> systemLife);
  }

  private void tell(ActorRef to, Object message) {
    to.tell(message, self());
  }
}
