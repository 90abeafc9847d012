package dev.trustring.config.scenario;

import java.util.List;

/**
 * The published face of a fault.
 *
 * @param kind the word that scenarios use, such as {@code partition}
 * @param lasting what {@code for} means to it
 * @param meaning one sentence on what the fault does
 */
public record FaultSpec(String kind, List<FaultParam> params, Lasting lasting, String meaning) {

  /** Whether a fault heals by itself after the time of {@code for}. */
  public enum Lasting {
    /** It happens once; there is nothing to heal. */
    ONCE,
    /** With {@code for} it heals, without it stays. */
    MAY_HEAL,
    /** It always heals: {@code for} must be given. */
    ALWAYS_HEALS
  }

  public FaultSpec {
    params = List.copyOf(params);
  }

  /** A fault that happens once, or that may heal. */
  public FaultSpec(String kind, List<FaultParam> params, boolean canLast, String meaning) {
    this(kind, params, canLast ? Lasting.MAY_HEAL : Lasting.ONCE, meaning);
  }

  /** A fault that always heals. */
  public static FaultSpec healing(String kind, String meaning, List<FaultParam> params) {
    return new FaultSpec(kind, params, Lasting.ALWAYS_HEALS, meaning);
  }

  public boolean canLast() {
    return lasting != Lasting.ONCE;
  }

  public boolean mustLast() {
    return lasting == Lasting.ALWAYS_HEALS;
  }
}
