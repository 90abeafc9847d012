package dev.trustring.trust.ledger;

import dev.trustring.trust.identity.OsAccountId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The credentials that were added by calls, by user and in the order in which they came. */
public record CredentialBook(SortedMap<OsAccountId, List<StoredCredential>> byUser) {
  static final CredentialBook EMPTY = new CredentialBook(new TreeMap<>());

  public CredentialBook {
    TreeMap<OsAccountId, List<StoredCredential>> copy = new TreeMap<>();
    byUser.forEach((user, credentials) -> copy.put(user, List.copyOf(credentials)));
    byUser = Collections.unmodifiableSortedMap(copy);
  }

  public List<StoredCredential> of(OsAccountId user) {
    return byUser.getOrDefault(user, List.of());
  }

  public Optional<StoredCredential> find(OsAccountId user, String id) {
    return of(user).stream().filter(credential -> credential.id().equals(id)).findFirst();
  }

  /** One with an equal id is replaced where it stands. */
  CredentialBook with(OsAccountId user, StoredCredential credential) {
    List<StoredCredential> changed = new ArrayList<>(of(user));
    int place = changed.stream().map(StoredCredential::id).toList().indexOf(credential.id());
    if (place < 0) {
      changed.add(credential);
    } else {
      changed.set(place, credential);
    }
    return replaced(user, changed);
  }

  CredentialBook without(OsAccountId user, String id) {
    return replaced(
        user, of(user).stream().filter(credential -> !credential.id().equals(id)).toList());
  }

  CredentialBook without(OsAccountId user) {
    return replaced(user, List.of());
  }

  private CredentialBook replaced(OsAccountId user, List<StoredCredential> credentials) {
    TreeMap<OsAccountId, List<StoredCredential>> changed = new TreeMap<>(byUser);
    if (credentials.isEmpty()) {
      changed.remove(user);
    } else {
      changed.put(user, credentials);
    }
    return new CredentialBook(changed);
  }
}
