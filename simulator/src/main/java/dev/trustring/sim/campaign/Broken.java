package dev.trustring.sim.campaign;

import dev.trustring.sim.oracle.Finding;
import java.util.Set;

/**
 * What a run broke.
 *
 * @param oracle its stable name
 * @param says what happened instead, in one clause
 * @param reason what two cases have in common that break it for the same reason; a rule is broken
 *     for one reason only, so it has none
 */
public record Broken(String oracle, String says, String reason) {

  /** What is a rule whoever tells the story; all else is one story's own wish. */
  private static final Set<String> RULES = Set.of("always", "delivered");

  static Broken of(Finding finding) {
    boolean named = finding.kind().equals("always");
    return new Broken(
        named ? finding.name() : finding.kind(),
        finding.says(),
        RULES.contains(finding.kind()) ? "" : shape(finding.says()));
  }

  /** The clause without values and numbers. */
  private static String shape(String says) {
    return says.replaceAll("\\{[^}]+\\}", "{_}").replaceAll("[0-9]+", "0");
  }

  /** Whether the other broke the same for the same reason. */
  boolean isLike(Broken other) {
    return oracle.equals(other.oracle) && reason.equals(other.reason);
  }
}
