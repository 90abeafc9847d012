package dev.trustring.kv.decision;

/** How far the sender's exchange of messages with the peer has come. */
public record ExchangeFacts(Step metadata, Step session, Step time, Step ability, Step data) {

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
    return new ExchangeFacts(step, session, time, ability, data);
  }

  public ExchangeFacts withSession(Step step) {
    return new ExchangeFacts(metadata, step, time, ability, data);
  }

  public ExchangeFacts withTime(Step step) {
    return new ExchangeFacts(metadata, session, step, ability, data);
  }

  public ExchangeFacts withAbility(Step step) {
    return new ExchangeFacts(metadata, session, time, step, data);
  }

  public ExchangeFacts withData(Step step) {
    return new ExchangeFacts(metadata, session, time, ability, step);
  }
}
