package dev.trustring.device.lnn;

import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.JoinMessage;
import dev.trustring.device.net.JoinMessage.Basis;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Sha256;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.ring.RingId;
import dev.trustring.trust.ring.RingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A credential by which HiChain may prove one device to another, for the user in front
 * (trust-and-softbus §3.2). The account comes first, then bonds by PIN.
 *
 * <p>Simplified: a candidate is one message and one answer in place of the platform's dialogue, and
 * the key is what both ends can work out and nobody else needs to: of an account as its ring has
 * it, of a bond what the two know each other's key pairs by. Which code a sink gives is our choice
 * where it has no group of that kind (unverified).
 *
 * @param group what the two have in common
 * @param key empty if the device has no key of its own for it
 */
record Candidate(Basis basis, String group, Optional<String> key) {

  /** All that one device has towards another, in the order in which they are tried. */
  static List<Candidate> of(TrustState state, DeviceIdentity self, DeviceIdentity peer) {
    if (state.isForegroundConstrained()) {
      return List.of();
    }
    return Stream.of(ofAccount(state, peer.udid()), ofBond(state, self, peer))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Rows outlive the account that they were made by when that is given up (§7). */
  private static Optional<Candidate> ofAccount(TrustState state, Udid peer) {
    Optional<AccountId> own = state.accountOf(state.foregroundUser()).id();
    return own.map(id -> new Candidate(Basis.ACCOUNT, id.hash().value(), Optional.of(key(id))))
        .or(
            () ->
                rows(state, peer, BindType.IDENTICAL_ACCOUNT)
                    .flatMap(row -> row.parties().localAccount().stream())
                    .findFirst()
                    .map(id -> new Candidate(Basis.ACCOUNT, id.hash().value(), Optional.empty())));
  }

  private static String key(AccountId id) {
    return RingKey.ofAccount(id).secret();
  }

  private static Optional<Candidate> ofBond(
      TrustState state, DeviceIdentity self, DeviceIdentity peer) {
    OsAccountId user = state.foregroundUser();
    List<Credential> credentials =
        state.credentialsTowards(peer.udid()).stream()
            .filter(credential -> credential.localUser().equals(user))
            .toList();
    if (credentials.isEmpty()
        && rows(state, peer.udid(), BindType.POINT_TO_POINT).findFirst().isEmpty()) {
      return Optional.empty();
    }
    String group = RingId.ofBond(self.udid(), peer.udid()).value();
    Optional<String> pairs =
        credentials.stream()
            .flatMap(credential -> state.keys().behind(credential).stream())
            .findFirst()
            .flatMap(theirs -> state.keys().of(user).map(own -> both(own.publicKey(), theirs)));
    Optional<String> ofStory =
        credentials.isEmpty()
            ? Optional.empty()
            : Optional.of(RingKey.ofBond(self.udid(), peer.udid()).secret());
    return Optional.of(new Candidate(Basis.BOND, group, pairs.or(() -> ofStory)));
  }

  private static String both(String one, String other) {
    return String.join("+", new TreeSet<>(List.of(one, other)));
  }

  private static Stream<AccessRow> rows(TrustState state, Udid peer, BindType type) {
    return state.rows().stream()
        .filter(
            row ->
                row.peer().equals(peer)
                    && row.isActive()
                    && row.bindType() == type
                    && row.localUser().equals(state.foregroundUser()));
  }

  /** The proof that it can give; it has a key. */
  JoinMessage.Proof proof(int number) {
    return new JoinMessage.Proof(number, basis, group, digest(number, key.orElseThrow()));
  }

  /** The account on which it rests, if it rests on one. */
  Optional<AccountHash> account() {
    return basis == Basis.ACCOUNT ? Optional.of(new AccountHash(group)) : Optional.empty();
  }

  /** What is wrong with a peer's proof, if anything is. */
  static Optional<JoinCode> judge(
      TrustState state, DeviceIdentity self, DeviceIdentity peer, JoinMessage.Proof proof) {
    List<Candidate> own = new ArrayList<>(of(state, self, peer));
    own.removeIf(candidate -> candidate.basis != proof.basis() || candidate.key.isEmpty());
    if (own.isEmpty()) {
      return Optional.of(JoinCode.NO_CANDIDATE_GROUP);
    }
    Candidate same = own.get(0);
    if (!same.group.equals(proof.group())) {
      return Optional.of(JoinCode.GROUP_NOT_EXIST);
    }
    if (!digest(proof.number(), same.key.orElseThrow()).equals(proof.digest())) {
      return Optional.of(JoinCode.PROOF_MISMATCH);
    }
    boolean letIn =
        same.basis == Basis.ACCOUNT
            || rows(state, peer.udid(), BindType.POINT_TO_POINT).findFirst().isPresent();
    return letIn ? Optional.empty() : Optional.of(JoinCode.NOT_TRUSTED);
  }

  private static String digest(int number, String key) {
    return Sha256.hex("join/" + number + "/" + key);
  }
}
