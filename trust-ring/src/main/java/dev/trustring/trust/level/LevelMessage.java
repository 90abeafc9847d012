package dev.trustring.trust.level;

import java.util.List;
import java.util.Optional;

/** What two level services say to each other (trust-and-softbus §4.3). */
public sealed interface LevelMessage {
  /** 3.0.0, as the platform writes it. */
  int VERSION = 196608;

  /**
   * Asks for the other device's credential.
   *
   * @param support the kinds of credentials that the asker can verify
   */
  record CredentialWanted(int version, Optional<String> challenge, List<Integer> support)
      implements LevelMessage {
    public CredentialWanted {
      support = List.copyOf(support);
    }
  }

  /**
   * The answer.
   *
   * @param type the number of the credential's kind
   * @param info the credential, in base64
   */
  record CredentialTold(int version, int type, Optional<String> challenge, Optional<String> info)
      implements LevelMessage {}
}
