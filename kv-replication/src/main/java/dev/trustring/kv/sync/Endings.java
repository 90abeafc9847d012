package dev.trustring.kv.sync;

import dev.trustring.kv.decision.Consequence;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.ExchangeFacts.PullAnswer;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.status.DbStatus;
import java.util.List;

/** How a task ends: by a gate's reason, or by an exchange that failed. */
final class Endings {

  private Endings() {}

  /**
   * What a stop for that reason does to a running task. Whoever asked for rows is told that a level
   * or label keeps them back; of other stops it hears nothing (kv-store §4.2 R15).
   */
  static TaskWish of(TaskMode mode, DenyReason reason) {
    Consequence consequence = reason.consequence();
    if (consequence instanceof Consequence.Reports reports) {
      if (mode == TaskMode.RESPONSE_PULL
          && (reason.stage() == Stage.LEVEL || reason.stage() == Stage.UNLOCKED)) {
        return new TaskWish.RefusePull(AckCode.of(reason), reports.status());
      }
      return new TaskWish.Finish(reports.status());
    }
    if (consequence instanceof Consequence.SaysNothing) {
      return new TaskWish.FinishSilently();
    }
    return new TaskWish.Finish(DbStatus.NOT_ACTIVE);
  }

  /** Where a task goes on that has to begin anew what it waits for. */
  static Phase resumed(Phase phase) {
    return phase == Phase.ACK ? Phase.ROWS : phase;
  }

  /** What it wants there. */
  static TaskWish again(Phase phase) {
    return switch (phase) {
      case TIME -> new TaskWish.ExchangeClocks();
      case ABILITY -> new TaskWish.ExchangeAbilities();
      case ROWS, ACK -> new TaskWish.CollectRows();
      case METADATA, FACTS, NEWS, ANSWER, DONE ->
          throw new AssertionError("no peer answers a task in " + phase + " so");
    };
  }

  /**
   * The exchange in which the task was waiting has failed.
   *
   * @param asks whether rows of the peer were asked for: without the packet's ack none count any
   *     more
   */
  static ExchangeFacts failed(ExchangeFacts exchange, Phase phase, Step step, boolean asks) {
    boolean noSession = step == Step.LINK_FAILED;
    if (noSession && phase != Phase.METADATA && phase != Phase.ANSWER) {
      return exchange.withSession(step);
    }
    return switch (phase) {
      case METADATA, FACTS, NEWS -> exchange.withMetadata(step);
      case TIME -> exchange.withSession(Step.DONE).withTime(step);
      case ABILITY -> exchange.withSession(Step.DONE).withAbility(step);
      case ROWS, ACK -> notAcked(exchange.withSession(Step.DONE).withData(step), asks);
      case ANSWER -> exchange.withAnswer(PullAnswer.MISSING);
      case DONE -> throw new AssertionError("a finished task waits for nothing");
    };
  }

  /** What became of rows that came, by what this device made of their packet. */
  static PullAnswer answerOf(AckCode code) {
    return switch (code) {
      case BUSY -> PullAnswer.NOT_KEPT;
      case INVALID_PASSWD_OR_CORRUPTED_DB -> PullAnswer.DAMAGED_HERE;
      case NOT_PERMIT -> PullAnswer.NOT_PERMITTED;
      case SECURITY_OPTION_CHECK_ERROR -> PullAnswer.REFUSED;
      default -> PullAnswer.CAME;
    };
  }

  /** What became of rows that the peer says it may not or cannot send. */
  static PullAnswer refusedWith(AckCode code) {
    return code == AckCode.INVALID_PASSWD_OR_CORRUPTED_DB
        ? PullAnswer.UNREADABLE
        : PullAnswer.REFUSED;
  }

  private static ExchangeFacts notAcked(ExchangeFacts exchange, boolean asks) {
    return asks ? exchange.withAnswer(PullAnswer.MISSING) : exchange;
  }

  /** The gates at which a failed exchange of that phase shows. */
  static List<String> gatesOf(Phase phase) {
    return switch (phase) {
      case METADATA -> List.of("G5");
      case FACTS, NEWS -> List.of("G5", "G10");
      case TIME -> List.of("G10", "G11");
      case ABILITY -> List.of("G10", "G11", "G12");
      case ROWS, ACK -> List.of("G10", "G11", "G12", "G13", "G14", "G15", "R1");
      case ANSWER -> List.of("R15");
      case DONE -> throw new AssertionError("a finished task waits for nothing");
    };
  }
}
