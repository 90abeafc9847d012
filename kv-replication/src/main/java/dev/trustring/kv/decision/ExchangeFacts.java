package dev.trustring.kv.decision;

import java.util.Optional;

/**
 * How far the sender's exchange of messages with the peer has come.
 *
 * @param data the request with rows, or the one that asks for them
 * @param answer the rows that were asked for
 * @param lane what the soft bus said of a lane that failed
 */
public record ExchangeFacts(
    Step metadata,
    Step session,
    Step time,
    Step ability,
    Step data,
    PullAnswer answer,
    Optional<SoftBusCode> lane) {

  /** Nothing was tried yet. */
  public static final ExchangeFacts NONE =
      new ExchangeFacts(
          Step.NOT_TRIED,
          Step.NOT_TRIED,
          Step.NOT_TRIED,
          Step.NOT_TRIED,
          Step.NOT_TRIED,
          PullAnswer.NOT_YET,
          Optional.empty());

  /** Everything went through. */
  public static final ExchangeFacts ALL_DONE =
      new ExchangeFacts(
          Step.DONE, Step.DONE, Step.DONE, Step.DONE, Step.DONE, PullAnswer.CAME, Optional.empty());

  /** One exchange. */
  public enum Step {
    NOT_TRIED,
    DONE,
    /** The soft bus could not open a session or lost the peer. */
    LINK_FAILED,
    /** A message went out and no answer came in time. */
    NO_ANSWER
  }

  /** What became of the rows that were asked for. */
  public enum PullAnswer {
    NOT_YET,
    CAME,
    /** The peer said that it may not send them. */
    REFUSED,
    /** They came while the app that asked held a transaction, and could not be saved. */
    NOT_KEPT,
    /** The file of the store was damaged over there when they were to be read. */
    UNREADABLE,
    /** The file of the store was damaged here when they came. */
    DAMAGED_HERE,
    /** They came when the device that asked had lost the permission. */
    NOT_PERMITTED,
    /** They did not come in time, or the link was lost meanwhile. */
    MISSING
  }

  public ExchangeFacts withMetadata(Step step) {
    return new ExchangeFacts(step, session, time, ability, data, answer, lane);
  }

  public ExchangeFacts withSession(Step step) {
    return new ExchangeFacts(metadata, step, time, ability, data, answer, lane);
  }

  public ExchangeFacts withTime(Step step) {
    return new ExchangeFacts(metadata, session, step, ability, data, answer, lane);
  }

  public ExchangeFacts withAbility(Step step) {
    return new ExchangeFacts(metadata, session, time, step, data, answer, lane);
  }

  public ExchangeFacts withData(Step step) {
    return new ExchangeFacts(metadata, session, time, ability, step, answer, lane);
  }

  public ExchangeFacts withAnswer(PullAnswer other) {
    return new ExchangeFacts(metadata, session, time, ability, data, other, lane);
  }

  public ExchangeFacts withLane(Optional<SoftBusCode> said) {
    return new ExchangeFacts(metadata, session, time, ability, data, answer, said);
  }
}
