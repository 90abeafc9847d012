package dev.trustring.trust.bind;

/** What a bind says at once to whoever asked something of it. */
public enum BindAnswer {
  /** It was taken. */
  DONE,
  /** A bind has begun; how it ends is told later. */
  STARTED,
  /** This device already takes part in a bind. */
  BUSY,
  /** A device cannot bind with itself. */
  TARGET_IS_SELF,
  /** This device was told no code for that app. */
  NO_CODE,
  /** No such bind runs here, or not with that peer; nothing was done. */
  NO_SUCH_BIND,
  /** The bind runs and does not wait for this now; nothing was done. */
  NOT_ASKED_NOW
}
