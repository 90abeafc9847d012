package dev.trustring.kv.decision;

import java.util.Optional;

/**
 * How far the sender's exchange of messages with the peer has come.
 *
 * @param lane what the soft bus said of a lane that failed
 */
public record ExchangeFacts(
    Step metadata, Step session, Step time, Step ability, Step data, Optional<SoftBusCode> lane) {

  /** An exchange of which the soft bus has said nothing. */
  public ExchangeFacts(Step metadata, Step session, Step time, Step ability, Step data) {
    this(metadata, session, time, ability, data, Optional.empty());
  }

  /** Nothing was tried yet. */
  public static final ExchangeFacts NONE =
      new ExchangeFacts(
          Step.NOT_TRIED, Step.NOT_TRIED, Step.NOT_TRIED, Step.NOT_TRIED, Step.NOT_TRIED);

  /** Everything went through. */
  public static final ExchangeFacts ALL_DONE =
      new ExchangeFacts(Step.DONE, Step.DONE, Step.DONE, Step.DONE, Step.DONE);

  /** One exchange. */
  public enum Step {
    NOT_TRIED,
    DONE,
    /** The soft bus could not open a session or lost the peer. */
    LINK_FAILED,
    /** A message went out and no answer came in time. */
    NO_ANSWER
  }

  public ExchangeFacts withMetadata(Step step) {
    return new ExchangeFacts(step, session, time, ability, data, lane);
  }

  public ExchangeFacts withSession(Step step) {
    return new ExchangeFacts(metadata, step, time, ability, data, lane);
  }

  public ExchangeFacts withTime(Step step) {
    return new ExchangeFacts(metadata, session, step, ability, data, lane);
  }

  public ExchangeFacts withAbility(Step step) {
    return new ExchangeFacts(metadata, session, time, step, data, lane);
  }

  public ExchangeFacts withData(Step step) {
    return new ExchangeFacts(metadata, session, time, ability, step, lane);
  }

  public ExchangeFacts withLane(Optional<SoftBusCode> said) {
    return new ExchangeFacts(metadata, session, time, ability, data, said);
  }
}
