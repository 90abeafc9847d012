package dev.trustring.trust.credential;

import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.ledger.StoredCredential;
import dev.trustring.trust.ledger.TrustEvent;
import java.util.List;
import java.util.Optional;

/**
 * What a call leads to.
 *
 * @param told the credentials that were added, changed, found or deleted
 */
public record CredentialOutcome(
    Optional<CredentialError> error,
    List<StoredCredential> told,
    List<TrustEvent> events,
    List<TrustEffect> effects) {
  public CredentialOutcome {
    told = List.copyOf(told);
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }

  static CredentialOutcome refused(CredentialError error) {
    return new CredentialOutcome(Optional.of(error), List.of(), List.of(), List.of());
  }

  static CredentialOutcome told(List<StoredCredential> told) {
    return new CredentialOutcome(Optional.empty(), told, List.of(), List.of());
  }
}
