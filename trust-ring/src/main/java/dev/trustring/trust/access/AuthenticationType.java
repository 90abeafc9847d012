package dev.trustring.trust.access;

/** How long the person on the sink allowed a bond: until the peer is gone for long, or always. */
public enum AuthenticationType {
  ALLOW_ONCE(1),
  ALLOW_ALWAYS(2);

  private final int number;

  AuthenticationType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
