package dev.trustring.trust.credential;

import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.StoredCredential;
import java.util.Optional;

/** Which credentials are meant: those that agree with all that is said. */
public record CredentialFilter(
    Optional<Udid> device,
    Optional<String> account,
    Optional<String> peerUser,
    Optional<String> owner,
    Optional<Long> type,
    Optional<Long> scope,
    Optional<Long> subject) {

  /** All of them. */
  public static final CredentialFilter ANY =
      new CredentialFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  boolean fits(StoredCredential credential) {
    return agrees(device, credential.device())
        && agrees(account, credential.account())
        && agrees(peerUser, credential.peerUser())
        && agrees(owner, credential.owner())
        && agrees(type, (long) credential.type().number())
        && agrees(scope, (long) credential.scope().number())
        && agrees(subject, (long) credential.subject().number());
  }

  private static <T> boolean agrees(Optional<T> said, T value) {
    return said.isEmpty() || said.get().equals(value);
  }
}
