package dev.trustring.kv.decision;

/**
 * The published face of a gate.
 *
 * @param id the platform's place of it, {@code G0} to {@code G15} on the sender and {@code R1} to
 *     {@code R15} on the receiver; a second rule at the same place has a suffix
 * @param name kebab-case; stable in reports
 * @param stage where people see it when it passes
 * @param rule the rule in one sentence
 * @param source where the platform keeps the rule
 */
public record GateInfo(String id, String name, Stage stage, String rule, String source) {

  /** Which end asks it. */
  public Side side() {
    return id.startsWith("R") ? Side.RECEIVER : Side.SENDER;
  }

  /** An end of an attempt. */
  public enum Side {
    SENDER("sender"),
    RECEIVER("receiver");

    private final String word;

    Side(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
