package dev.trustring.sim.campaign;

import dev.trustring.sim.oracle.Finding;

/**
 * What a run broke.
 *
 * @param oracle its stable name
 * @param says what happened instead, in one clause
 */
public record Broken(String oracle, String says) {

  static Broken of(Finding finding) {
    return new Broken(
        finding.kind().equals("always") ? finding.name() : finding.kind(), finding.says());
  }
}
