package dev.trustring.trust.credential;

import java.util.List;
import java.util.Optional;

/** What somebody asks of the credentials of a user. */
public sealed interface CredentialCall {

  /** Whether the call changes anything, which asks for more. */
  default boolean changes() {
    return true;
  }

  /** A new credential. */
  record Add(CredentialPlan plan) implements CredentialCall {}

  /** One credential goes. */
  record Delete(String id) implements CredentialCall {}

  /** All that are meant go. */
  record DeleteAll(CredentialFilter which) implements CredentialCall {}

  /** Other words about a credential; at least one of the two is given. */
  record Update(String id, Optional<List<String>> apps, Optional<String> extendInfo)
      implements CredentialCall {}

  /** The public key of one. */
  record Export(String id) implements CredentialCall {
    @Override
    public boolean changes() {
      return false;
    }
  }

  /** All that are meant. */
  record Find(CredentialFilter which) implements CredentialCall {
    @Override
    public boolean changes() {
      return false;
    }
  }

  /** What is stored of one. */
  record Tell(String id) implements CredentialCall {
    @Override
    public boolean changes() {
      return false;
    }
  }
}
