package dev.trustring.trust.user;

/** What a decision about users says to whoever asked. */
public enum UserAnswer {
  DONE,
  NO_SUCH_USER,
  /** The system user and the first user are not for everything. */
  RESTRICTED
}
