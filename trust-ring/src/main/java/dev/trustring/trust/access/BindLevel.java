package dev.trustring.trust.access;

/** How far a row reaches: the whole user, one service or one app (trust-and-softbus §1.4). */
public enum BindLevel {
  USER(1),
  SERVICE(2),
  APP(3);

  private final int number;

  BindLevel(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
