package dev.trustring.kv.sync;

import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.EngineTime;
import dev.trustring.kv.store.QueryPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Between what a task wishes or hears and what goes over the soft bus. */
final class Answers {

  private Answers() {}

  /** The input that an answer is; empty for one that the task does not wait for any more. */
  static Optional<TaskInput> asInput(SyncMessage.Answer answer, Phase phase) {
    return switch (phase) {
      case TIME -> orGone(answer, inTime(answer));
      case ABILITY -> orGone(answer, inAbility(answer));
      case ACK -> orGone(answer, inAck(answer));
      case ANSWER -> inAnswer(answer);
      case ROWS -> orGone(answer, inRows(answer));
      case METADATA, FACTS, NEWS, DONE -> Optional.empty();
    };
  }

  private static Optional<TaskInput> inTime(SyncMessage.Answer answer) {
    return answer instanceof SyncMessage.TimeAnswer
        ? Optional.of(new TaskInput.ClocksCame())
        : Optional.empty();
  }

  private static Optional<TaskInput> inAbility(SyncMessage.Answer answer) {
    return answer instanceof SyncMessage.AbilityAnswer ability
        ? Optional.of(new TaskInput.AbilityCame(ability.code(), ability.label(), ability.schema()))
        : Optional.empty();
  }

  private static Optional<TaskInput> inAck(SyncMessage.Answer answer) {
    if (answer instanceof SyncMessage.ControlAnswer control) {
      return Optional.of(new TaskInput.AckCame(control.code(), 0, Part.WHOLE.number()));
    }
    return answer instanceof SyncMessage.DataAnswer data
        ? Optional.of(new TaskInput.AckCame(data.code(), data.receiveMark(), Part.WHOLE.number()))
        : inRows(answer).or(() -> inAnswer(answer));
  }

  /** Packets are acked while the next one is being collected. */
  private static Optional<TaskInput> inRows(SyncMessage.Answer answer) {
    return answer instanceof SyncMessage.PacketAnswer packet
        ? Optional.of(new TaskInput.AckCame(packet.code(), packet.receiveMark(), packet.number()))
        : Optional.empty();
  }

  private static Optional<TaskInput> inAnswer(SyncMessage.Answer answer) {
    return answer instanceof SyncMessage.PullRefused refused
        ? Optional.of(new TaskInput.PullRefused(refused.code()))
        : Optional.empty();
  }

  private static Optional<TaskInput> orGone(
      SyncMessage.Answer answer, Optional<TaskInput> awaited) {
    if (answer instanceof SyncMessage.StoreClosing) {
      return Optional.of(new TaskInput.PeerCloses());
    }
    return answer instanceof SyncMessage.NoCommunicator
        ? Optional.of(new TaskInput.NoCommunicator())
        : awaited;
  }

  /** The rows that go out with a wish. */
  static Optional<Batch> rowsOf(TaskWish wish) {
    if (wish instanceof TaskWish.SendRows send) {
      return Optional.of(send.batch());
    }
    return wish instanceof TaskWish.AskForRows ask ? ask.rows() : Optional.empty();
  }

  /** The message that a wish is. */
  static SyncMessage asMessage(TaskWish wish, SyncActor.Subject subject, long offset, Instant now) {
    if (wish instanceof TaskWish.ExchangeClocks) {
      return new SyncMessage.TimeRequest(subject.id(), subject.link(), EngineTime.of(now));
    }
    if (wish instanceof TaskWish.ExchangeAbilities) {
      StoreRecord own = subject.facts().sender().store().orElseThrow();
      return new SyncMessage.AbilityRequest(
          subject.id(), subject.link(), own.label(), own.schema());
    }
    if (wish instanceof TaskWish.SendRows rows) {
      return asPacket(rows(rows.batch(), subject, offset), rows.part());
    }
    if (wish instanceof TaskWish.AskForRows ask) {
      return asPacket(question(ask, subject, offset), ask.part());
    }
    if (wish instanceof TaskWish.SendCommand) {
      return new SyncMessage.ControlRequest(
          subject.id(),
          subject.link(),
          subject.facts().call().mode(),
          subject.query().orElseThrow());
    }
    if (wish instanceof TaskWish.AnswerNothing) {
      return rows(nothing(subject), subject, offset);
    }
    throw new AssertionError(wish);
  }

  /** No row, and a mark that leaves the peer's where it is. */
  private static Batch nothing(SyncActor.Subject subject) {
    long wanted = subject.answering().map(SyncActor.Question::wanted).orElseThrow();
    return new Batch(
        List.of(), wanted, wanted, subject.query().map(query -> new QueryPart(query, List.of())));
  }

  private static SyncMessage.Data rows(Batch batch, SyncActor.Subject subject, long offset) {
    return subject
        .answering()
        .<SyncMessage.Data>map(
            question ->
                new SyncMessage.PulledRows(
                    subject.id(), subject.link(), question.attempt(), batch, offset))
        .or(() -> ofQuery(subject, Optional.of(batch), offset, Optional.empty()))
        .orElseGet(() -> new SyncMessage.DataRequest(subject.id(), subject.link(), batch, offset));
  }

  private static SyncMessage.Data question(
      TaskWish.AskForRows ask, SyncActor.Subject subject, long offset) {
    return ofQuery(subject, ask.rows(), offset, Optional.of(ask.wanted()))
        .orElseGet(
            () ->
                new SyncMessage.PullRequest(
                    subject.id(), subject.link(), ask.rows(), offset, ask.wanted()));
  }

  private static SyncMessage asPacket(SyncMessage.Data data, Part part) {
    return part.equals(Part.WHOLE)
        ? data
        : new SyncMessage.Packet(data, part.number(), part.last());
  }

  /** Up to where the next packet is to be collected once that wish is fulfilled. */
  static Optional<Long> goesOn(TaskWish wish) {
    if (wish instanceof TaskWish.SendRows send) {
      return send.part().goOn();
    }
    return wish instanceof TaskWish.AskForRows ask ? ask.part().goOn() : Optional.empty();
  }

  private static Optional<SyncMessage.Data> ofQuery(
      SyncActor.Subject subject, Optional<Batch> rows, long offset, Optional<Long> wanted) {
    return subject
        .query()
        .map(
            query ->
                new SyncMessage.QuerySync(
                    subject.id(), subject.link(), query, rows, offset, wanted));
  }
}
