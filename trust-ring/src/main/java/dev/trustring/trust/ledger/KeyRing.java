package dev.trustring.trust.ledger;

import dev.trustring.trust.access.Credential;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.secret.LongTermKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys behind the credentials of a device: the pair of each of its users, and the public key
 * that a bind brought from the peer. Bonds that a story begins with have none.
 */
public record KeyRing(SortedMap<OsAccountId, LongTermKey> own, List<PeerKey> ofPeers) {

  /** What a credential knows its peer by. */
  public record PeerKey(Credential credential, String publicKey) {}

  static final KeyRing EMPTY = new KeyRing(new TreeMap<>(), List.of());

  public KeyRing {
    own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
    ofPeers = List.copyOf(ofPeers);
  }

  public Optional<LongTermKey> of(OsAccountId user) {
    return Optional.ofNullable(own.get(user));
  }

  public Optional<String> behind(Credential credential) {
    return ofPeers.stream()
        .filter(key -> key.credential().equals(credential))
        .map(PeerKey::publicKey)
        .findFirst();
  }

  KeyRing with(OsAccountId user, LongTermKey key) {
    TreeMap<OsAccountId, LongTermKey> changed = new TreeMap<>(own);
    changed.put(user, key);
    return new KeyRing(changed, ofPeers);
  }

  KeyRing with(PeerKey key) {
    List<PeerKey> changed = new ArrayList<>(without(key.credential()).ofPeers);
    changed.add(key);
    return new KeyRing(own, changed);
  }

  KeyRing without(OsAccountId user) {
    TreeMap<OsAccountId, LongTermKey> kept = new TreeMap<>(own);
    kept.remove(user);
    return new KeyRing(kept, ofPeers);
  }

  KeyRing without(Credential credential) {
    return new KeyRing(
        own, ofPeers.stream().filter(key -> !key.credential().equals(credential)).toList());
  }
}
