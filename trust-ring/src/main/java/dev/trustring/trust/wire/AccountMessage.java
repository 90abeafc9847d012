package dev.trustring.trust.wire;

import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.OsAccountId;

/**
 * The authentication of two devices of one HUAWEI ID. A stand-in for the platform's credential
 * exchange: knowing the hash of the account counts as proof.
 */
public sealed interface AccountMessage extends TrustMessage {

  /** "I see you; the account of my user has this hash." */
  record AccountHello(AccountHash account, OsAccountId user) implements AccountMessage {}

  /**
   * The answer to a hello.
   *
   * @param account the hash that was asked about
   * @param user the user of the answering device that is logged in to it, or its foreground user
   */
  record AccountHelloAnswer(AccountHash account, OsAccountId user, boolean sameAccount)
      implements AccountMessage {}
}
