package dev.trustring.atm.token;

/** What a token id stands for (access-token §1.1). */
public enum TokenType {
  INVALID(-1),
  /** An app. */
  HAP(0),
  /** A system process. */
  NATIVE(1),
  /** The debugging shell. */
  SHELL(2);

  private final int code;

  TokenType(int code) {
    this.code = code;
  }

  /** The platform's number. */
  public int code() {
    return code;
  }
}
