package dev.trustring.trust.credential;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.access.CredentialSubject;
import dev.trustring.trust.access.CredentialType;
import dev.trustring.trust.access.RowTokens;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Sha256;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.Ledger;
import dev.trustring.trust.ledger.StoredCredential;
import dev.trustring.trust.ledger.TrustState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All credentials of one user (trust-and-softbus §1.3): that of the account it is logged in to, one
 * for each device that has shown the same account, those of its bonds, and those that calls added.
 * Only the last are stored as such. The others follow from what is stored anyway, so that they come
 * and go with it: the account's with login and logout, a bond's with the bond (§1.5). That the
 * account's goes when the account is given up, too, is our choice (unverified).
 */
record Inventory(TrustState state, OsAccountId user, Udid self) {
  /** For whom DeviceManager makes the credentials of bonds. */
  static final String OF_BINDS = "DM";

  /** Who makes them. */
  static final String DEVICE_MANAGER = "device_manager";

  /** The service itself, as which nobody can call: what it keeps nobody else changes. */
  static final String SERVICE = "deviceauth_service";

  List<StoredCredential> all() {
    return Stream.of(
            own().stream(), ofPeers(), ofBonds().map(this::told), state.added().of(user).stream())
        .flatMap(part -> part)
        .toList();
  }

  Optional<StoredCredential> find(String id) {
    return all().stream().filter(credential -> credential.id().equals(id)).findFirst();
  }

  /** The bond's credential of that id. */
  Optional<Credential> bond(String id) {
    return ofBonds().filter(credential -> idOf(credential).equals(id)).findFirst();
  }

  private Optional<StoredCredential> own() {
    return state
        .accountOf(user)
        .id()
        .map(account -> ofAccount(self, account.value(), Integer.toString(user.value())));
  }

  private Stream<StoredCredential> ofPeers() {
    return state.rows().stream()
        .filter(row -> row.localUser().equals(user))
        .filter(row -> row.bindType() == BindType.IDENTICAL_ACCOUNT)
        .map(row -> ofAccount(row.peer(), accountOf(row), Integer.toString(row.peerUser().value())))
        .distinct();
  }

  private static String accountOf(AccessRow row) {
    return row.parties()
        .localAccount()
        .map(AccountId::value)
        .or(() -> row.parties().peerAccount().map(AccountHash::value))
        .orElse("");
  }

  private StoredCredential ofAccount(Udid device, String account, String peerUser) {
    return new StoredCredential(
        id(SERVICE, device, account + "|" + user + "|" + peerUser),
        CredentialType.ACCOUNT_RELATED,
        CredentialScope.USER,
        CredentialSubject.PRIMARY,
        SERVICE,
        SERVICE,
        device,
        account,
        peerUser,
        List.of(),
        "",
        Optional.empty());
  }

  private Stream<Credential> ofBonds() {
    return state.credentials().stream()
        .filter(credential -> credential.localUser().equals(user))
        .filter(credential -> credential.type() == CredentialType.ACCOUNT_UNRELATED);
  }

  /** Both ends of a bond make theirs as the primary one. */
  private StoredCredential told(Credential bond) {
    return new StoredCredential(
        idOf(bond),
        bond.type(),
        bond.scope(),
        CredentialSubject.PRIMARY,
        OF_BINDS,
        DEVICE_MANAGER,
        bond.peer(),
        "",
        rowsOn(bond).findFirst().map(row -> Integer.toString(row.peerUser().value())).orElse(""),
        apps(bond),
        "",
        state.keys().behind(bond));
  }

  private Stream<AccessRow> rowsOn(Credential bond) {
    return state.rows().stream()
        .filter(Ledger::needsKey)
        .filter(row -> Ledger.credentialFor(row).equals(bond));
  }

  private List<String> apps(Credential bond) {
    return rowsOn(bond)
        .filter(row -> bond.scope() == CredentialScope.APP)
        .map(row -> state.tokens().of(row.key()))
        .flatMap(Inventory::known)
        .distinct()
        .toList();
  }

  private static Stream<String> known(RowTokens tokens) {
    return Stream.of(tokens.local(), tokens.peer())
        .filter(AppToken::isKnown)
        .map(AppToken::toString);
  }

  private static String idOf(Credential bond) {
    return id(OF_BINDS, bond.peer(), bond.localUser() + "|" + bond.scope());
  }

  /** The platform mixes the time in; what tells two apart here is in the last part. */
  static String id(String owner, Udid device, String rest) {
    return Sha256.hex(owner + "|" + device + "|" + rest).toUpperCase(Locale.ROOT);
  }
}
