package dev.trustring.atm.remote;

/** The status codes of answers (access-token §5.5). */
public enum SyncStatus {
  SUCCESS(0),
  FAILURE(-1),
  FAILURE_BUT_CAN_RETRY(-2),
  INVALID_COMMAND(-14),
  BEFORE_RPC(100_001);

  private final int number;

  SyncStatus(int number) {
    this.number = number;
  }

  /** The number that goes over the wire. */
  public int number() {
    return number;
  }
}
