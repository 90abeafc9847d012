package dev.trustring.atm.install;

/** The rule that a requested permission broke, with the platform's number (access-token §1.6). */
public enum RefusalRule {
  /** Only apps that manage the device for a company may hold it. */
  EDM(0, "only device management apps (enterprise_mdm) may hold it"),
  /** Its level is above the app's, and no ACL lifts the app. */
  ACL(1, "its level is above the app's APL and no ACL of the profile allows it"),
  /** Only apps of a company may hold it. */
  ENTERPRISE_NORMAL(2, "only enterprise apps may hold it");

  private final int code;
  private final String explanation;

  RefusalRule(int code, String explanation) {
    this.code = code;
    this.explanation = explanation;
  }

  /** The platform's number. */
  public int code() {
    return code;
  }

  /** The rule in one plain clause. */
  public String explanation() {
    return explanation;
  }
}
