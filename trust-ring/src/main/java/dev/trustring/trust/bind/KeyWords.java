package dev.trustring.trust.bind;

import dev.trustring.trust.access.CredentialScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What either end tells in 140 and 150: its long-term public key; and, on the sink, for what it
 * made credentials with the key of the source, since those must be proven.
 */
record KeyWords(String publicKey, List<CredentialScope> made) {

  KeyWords {
    made = List.copyOf(made);
  }

  String text() {
    StringBuilder text = new StringBuilder(publicKey);
    made.forEach(scope -> text.append('|').append(scope.name()));
    return text.toString();
  }

  static Optional<KeyWords> read(String text) {
    List<String> parts = List.of(text.split("\\|", -1));
    try {
      List<CredentialScope> made = new ArrayList<>();
      for (String scope : parts.subList(1, parts.size())) {
        made.add(CredentialScope.valueOf(scope));
      }
      return Optional.of(new KeyWords(parts.get(0), made));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
