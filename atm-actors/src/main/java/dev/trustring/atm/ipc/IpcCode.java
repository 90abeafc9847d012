package dev.trustring.atm.ipc;

/** What the authentication of calls between processes returns (access-token §6.3). */
public enum IpcCode {
  SUCCESS(0),
  ACCESS_DENIED(-1),
  NO_POLICY_SET(-2),
  POLICY_NOT_FOUND(-3),
  INVALID_UID(100),
  INVALID_BUNDLENAME(101),
  GET_BUNDLEINFO_FAIL(102),
  MALLOC_FAIL(103),
  MEMSET_FAIL(104);

  private final int number;

  IpcCode(int number) {
    this.number = number;
  }

  /** The number that callers see. */
  public int number() {
    return number;
  }
}
