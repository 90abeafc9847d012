package dev.trustring.atm.grant;

/** Grant states as the tables of tests write them: {@code GRANTED/8}. */
public final class Written {
  private Written() {}

  public static GrantState state(String written) {
    String[] parts = written.split("/", 2);
    boolean granted = parts[0].equals("GRANTED");
    if (!granted && !parts[0].equals("DENIED")) {
      throw new IllegalArgumentException(written);
    }
    return new GrantState(granted, Integer.parseInt(parts[1]));
  }
}
