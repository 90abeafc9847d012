package dev.trustring.kv.sync;

import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.EngineTime;
import dev.trustring.kv.sync.SyncTask.Input;
import dev.trustring.kv.sync.SyncTask.Phase;
import dev.trustring.kv.sync.SyncTask.Wish;
import java.time.Instant;
import java.util.Optional;

/** Between what a task wishes or hears and what goes over the soft bus. */
final class Answers {

  private Answers() {}

  /** The input that an answer is; empty for one that the task does not wait for any more. */
  static Optional<Input> asInput(SyncMessage.Answer answer, Phase phase) {
    return switch (phase) {
      case TIME -> orGone(answer, inTime(answer));
      case ABILITY -> orGone(answer, inAbility(answer));
      case ACK -> orGone(answer, inAck(answer));
      case ANSWER -> inAnswer(answer);
      case METADATA, FACTS, ROWS, DONE -> Optional.empty();
    };
  }

  private static Optional<Input> inTime(SyncMessage.Answer answer) {
    return answer instanceof SyncMessage.TimeAnswer
        ? Optional.of(new Input.ClocksCame())
        : Optional.empty();
  }

  private static Optional<Input> inAbility(SyncMessage.Answer answer) {
    return answer instanceof SyncMessage.AbilityAnswer ability
        ? Optional.of(new Input.AbilityCame(ability.code(), ability.label(), ability.schema()))
        : Optional.empty();
  }

  private static Optional<Input> inAck(SyncMessage.Answer answer) {
    return answer instanceof SyncMessage.DataAnswer data
        ? Optional.of(new Input.AckCame(data.code(), data.receiveMark()))
        : inAnswer(answer);
  }

  private static Optional<Input> inAnswer(SyncMessage.Answer answer) {
    return answer instanceof SyncMessage.PullRefused refused
        ? Optional.of(new Input.PullRefused(refused.code()))
        : Optional.empty();
  }

  private static Optional<Input> orGone(SyncMessage.Answer answer, Optional<Input> awaited) {
    return answer instanceof SyncMessage.NoCommunicator
        ? Optional.of(new Input.NoCommunicator())
        : awaited;
  }

  /** The rows that go out with a wish. */
  static Optional<Batch> rowsOf(Wish wish) {
    if (wish instanceof Wish.SendRows send) {
      return Optional.of(send.batch());
    }
    return wish instanceof Wish.AskForRows ask ? ask.rows() : Optional.empty();
  }

  /** The message that a wish is. */
  static SyncMessage asMessage(Wish wish, SyncActor.Subject subject, long offset, Instant now) {
    if (wish instanceof Wish.ExchangeClocks) {
      return new SyncMessage.TimeRequest(subject.id(), subject.link(), EngineTime.of(now));
    }
    if (wish instanceof Wish.ExchangeAbilities) {
      StoreRecord own = subject.facts().sender().store().orElseThrow();
      return new SyncMessage.AbilityRequest(
          subject.id(), subject.link(), own.label(), own.schema());
    }
    if (wish instanceof Wish.SendRows rows) {
      return subject
          .answering()
          .<SyncMessage>map(
              question ->
                  new SyncMessage.PulledRows(
                      subject.id(), subject.link(), question.attempt(), rows.batch(), offset))
          .or(() -> ofQuery(subject, Optional.of(rows.batch()), offset, Optional.empty()))
          .orElseGet(
              () ->
                  new SyncMessage.DataRequest(subject.id(), subject.link(), rows.batch(), offset));
    }
    if (wish instanceof Wish.AskForRows ask) {
      return ofQuery(subject, ask.rows(), offset, Optional.of(ask.wanted()))
          .orElseGet(
              () ->
                  new SyncMessage.PullRequest(
                      subject.id(), subject.link(), ask.rows(), offset, ask.wanted()));
    }
    throw new AssertionError(wish);
  }

  private static Optional<SyncMessage> ofQuery(
      SyncActor.Subject subject, Optional<Batch> rows, long offset, Optional<Long> wanted) {
    return subject
        .query()
        .map(
            query ->
                new SyncMessage.QuerySync(
                    subject.id(), subject.link(), query, rows, offset, wanted));
  }
}
