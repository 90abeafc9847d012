package dev.trustring.trust.account;

/** What an account decision says at once to whoever asked. */
public enum AccountAnswer {
  DONE,
  /** Logged in already; a second login is ignored. */
  ALREADY_LOGGED_IN,
  /** There is nobody to log out. */
  NOT_LOGGED_IN,
  /** The system user has no HUAWEI ID. */
  SYSTEM_USER
}
