package dev.trustring.config.scenario;

import java.util.List;

/**
 * The published face of a fault.
 *
 * @param kind the word that scenarios use, such as {@code partition}
 * @param canLast whether the fault may heal by itself after the time of {@code for}
 * @param meaning one sentence on what the fault does
 */
public record FaultSpec(String kind, List<FaultParam> params, boolean canLast, String meaning) {

  public FaultSpec {
    params = List.copyOf(params);
  }
}
