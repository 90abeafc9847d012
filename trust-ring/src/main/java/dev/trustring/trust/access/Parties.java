package dev.trustring.trust.access;

import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import java.util.Optional;

/**
 * The two users a row joins, seen from the device that stores it. The local account is kept in
 * clear, the peer's only as its hash, since nothing else ever arrives from there.
 */
public record Parties(
    DeviceIdentity peer,
    OsAccountId localUser,
    OsAccountId peerUser,
    Optional<AccountId> localAccount,
    Optional<AccountHash> peerAccount) {

  /** The first real users of both devices, nobody logged in. */
  public static Parties with(DeviceIdentity peer) {
    return of(peer, OsAccountId.FIRST, OsAccountId.FIRST);
  }

  /** Two users, nobody logged in. */
  public static Parties of(DeviceIdentity peer, OsAccountId localUser, OsAccountId peerUser) {
    return new Parties(peer, localUser, peerUser, Optional.empty(), Optional.empty());
  }

  /** The same two users, both logged in to one account. */
  public Parties sharing(AccountId account) {
    return new Parties(
        peer, localUser, peerUser, Optional.of(account), Optional.of(account.hash()));
  }
}
