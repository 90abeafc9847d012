package dev.trustring.trust.ledger;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.access.CredentialSubject;
import dev.trustring.trust.access.CredentialType;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.identity.Udid;
import java.util.List;
import java.util.Optional;

/**
 * A credential as the identity service of HiChain keeps it for a user (trust-and-softbus §1.3).
 *
 * @param id 64 hexadecimal characters if the service chose it
 * @param owner the business that it is for
 * @param maker the process or app that added it, the only one that may change or delete it
 * @param device the device whose key it holds
 * @param account the HUAWEI ID it rests on; empty for an account-unrelated one
 * @param peerUser the user of that device; empty if nobody said
 * @param apps the token ids that may use it; of scope app alone
 * @param key the public key, or the key that was brought; a shared one may have none
 */
public record StoredCredential(
    String id,
    CredentialType type,
    CredentialScope scope,
    CredentialSubject subject,
    String owner,
    String maker,
    Udid device,
    String account,
    String peerUser,
    List<String> apps,
    String extendInfo,
    Optional<String> key) {
  public StoredCredential {
    apps = List.copyOf(apps);
  }

  /**
   * The side that this device has in the row of a shared credential: the primary end reaches the
   * other. Those of scope app have no row (our choice).
   */
  public Optional<RowSide> sideOfShare() {
    boolean hasRow = type == CredentialType.ACCOUNT_SHARED && scope != CredentialScope.APP;
    return hasRow
        ? Optional.of(subject == CredentialSubject.PRIMARY ? RowSide.ACCESSER : RowSide.ACCESSEE)
        : Optional.empty();
  }

  /** Whether a row rests on it. */
  boolean carries(AccessRow row) {
    return row.bindType() == BindType.SHARE
        && row.peer().equals(device)
        && row.peerUser().toString().equals(peerUser)
        && sideOfShare().equals(Optional.of(row.side()));
  }

  /** The same with other words about it; whoever says nothing of one leaves it. */
  public StoredCredential updated(Optional<List<String>> newApps, Optional<String> newInfo) {
    return new StoredCredential(
        id,
        type,
        scope,
        subject,
        owner,
        maker,
        device,
        account,
        peerUser,
        newApps.orElse(apps),
        newInfo.orElse(extendInfo),
        key);
  }

  /** A credential without its key is told to nobody who only prints it. */
  @Override
  public String toString() {
    return type + " " + scope + " of " + owner + " for " + device.prefix();
  }
}
