package dev.trustring.atm.permission;

/** Which kind of app may hold a permission (access-token §2.1). */
public enum AvailableType {
  NORMAL(0),
  SYSTEM(1),
  /** Apps that manage the device for a company. */
  MDM(2),
  SYSTEM_AND_MDM(3),
  /** System processes; no app ever holds it. */
  SERVICE(4),
  ENTERPRISE_NORMAL(5);

  private final int code;

  AvailableType(int code) {
    this.code = code;
  }

  /** The platform's number. */
  public int code() {
    return code;
  }
}
