package dev.trustring.device.lnn;

/** What the guard against floods of calls says, in the order in which it asks (§5.2). */
public enum FloodCode {
  SAME_PACKAGE_AND_CALL(-426442648, "the package makes this call too often"),
  SAME_CALL(-426442647, "this call is made too often"),
  SAME_PACKAGE(-426442646, "the package makes too many calls"),
  ALL(-426442645, "too many calls are made");

  private final int number;
  private final String text;

  FloodCode(int number, String text) {
    this.number = number;
    this.text = text;
  }

  public int number() {
    return number;
  }

  public String text() {
    return text;
  }
}
