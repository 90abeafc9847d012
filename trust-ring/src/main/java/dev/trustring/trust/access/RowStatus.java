package dev.trustring.trust.access;

/** Whether the user a row belongs to is the one the device currently serves. */
public enum RowStatus {
  INACTIVE(0),
  ACTIVE(1);

  private final int number;

  RowStatus(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
