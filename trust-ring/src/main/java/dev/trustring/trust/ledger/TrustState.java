package dev.trustring.trust.ledger;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All a device durably knows about accounts and trust; it survives a crash.
 *
 * @param credentials those that binds made
 * @param added those that calls of the identity service added
 * @param name what the device is called, once it was given a name
 */
public record TrustState(
    SortedMap<OsAccountId, LocalAccount> accounts,
    Users users,
    List<AccessRow> rows,
    List<Credential> credentials,
    KeyRing keys,
    FreezeHistory freezes,
    TokenBook tokens,
    GroupBook groups,
    CredentialBook added,
    LifeBook lives,
    Optional<String> name) {

  public TrustState {
    accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
    rows = List.copyOf(rows);
    credentials = List.copyOf(credentials);
  }

  /** A device out of the box: its first user active, nobody logged in, nobody trusted. */
  public static TrustState factoryNew() {
    return new TrustState(
        new TreeMap<>(),
        Users.FACTORY_NEW,
        List.of(),
        List.of(),
        KeyRing.EMPTY,
        FreezeHistory.EMPTY,
        TokenBook.EMPTY,
        GroupBook.EMPTY,
        CredentialBook.EMPTY,
        LifeBook.EMPTY,
        Optional.empty());
  }

  public OsAccountId foregroundUser() {
    return users.foreground();
  }

  /** Whether an administrator forbids the foreground user distributed transmission (§7). */
  public boolean isForegroundConstrained() {
    return users.isConstrained(users.foreground());
  }

  /** Whether an administrator forbids the foreground user to send data to other devices. */
  public boolean isForegroundHeldBack() {
    return users.isHeldBack(users.foreground());
  }

  /** Whether a user is active, which is in the foreground; the system user always is (§4.4). */
  public boolean isActive(OsAccountId user) {
    return user.isSystem() || user.equals(users.foreground());
  }

  public LocalAccount accountOf(OsAccountId user) {
    return accounts.getOrDefault(user, LocalAccount.NONE);
  }

  /** The HUAWEI ID a user is logged in to now; an expired token counts as not logged in. */
  public Optional<AccountId> loggedIn(OsAccountId user) {
    LocalAccount account = accountOf(user);
    return account.state() == AccountState.LOGIN ? account.id() : Optional.empty();
  }

  /** The user in the foreground, if it is logged in to the account with this hash. */
  public Optional<OsAccountId> userOf(AccountHash account) {
    return loggedIn(foregroundUser())
        .filter(id -> id.hash().equals(account))
        .map(id -> foregroundUser());
  }

  public Optional<AccessRow> row(AccessRow.Key key) {
    return rows.stream().filter(row -> row.key().equals(key)).findFirst();
  }

  public boolean hasRow(Predicate<AccessRow> wanted) {
    return rows.stream().anyMatch(wanted);
  }

  /** Every device a row names, once, in the order of the rows. */
  public List<DeviceIdentity> peers() {
    return rows.stream().map(row -> row.parties().peer()).distinct().toList();
  }

  public boolean hasCredential(Credential credential) {
    return credentials.contains(credential);
  }

  public List<Credential> credentialsTowards(Udid peer) {
    return credentials.stream().filter(credential -> credential.peer().equals(peer)).toList();
  }

  TrustState withAccount(OsAccountId user, LocalAccount account) {
    TreeMap<OsAccountId, LocalAccount> changed = new TreeMap<>(accounts);
    changed.put(user, account);
    return new TrustState(
        changed, users, rows, credentials, keys, freezes, tokens, groups, added, lives, name);
  }

  /** A row with an equal key is replaced where it stands. */
  TrustState withRow(AccessRow row) {
    List<AccessRow> changed = new ArrayList<>(rows);
    int place = rowKeys().indexOf(row.key());
    if (place < 0) {
      changed.add(row);
    } else {
      changed.set(place, row);
    }
    return new TrustState(
        accounts, users, changed, credentials, keys, freezes, tokens, groups, added, lives, name);
  }

  TrustState withoutRow(AccessRow.Key key) {
    List<AccessRow> kept = rows.stream().filter(row -> !row.key().equals(key)).toList();
    return new TrustState(
        accounts,
        users,
        kept,
        credentials,
        keys,
        freezes,
        tokens.without(key),
        groups,
        added,
        lives.without(key),
        name);
  }

  TrustState withCredential(Credential credential) {
    List<Credential> changed = new ArrayList<>(credentials);
    changed.add(credential);
    return new TrustState(
        accounts, users, rows, changed, keys, freezes, tokens, groups, added, lives, name);
  }

  TrustState withoutCredential(Credential credential) {
    List<Credential> kept =
        credentials.stream().filter(other -> !other.equals(credential)).toList();
    return new TrustState(
        accounts,
        users,
        rows,
        kept,
        keys.without(credential),
        freezes,
        tokens,
        groups,
        added,
        lives,
        name);
  }

  TrustState withKeys(KeyRing changed) {
    return new TrustState(
        accounts, users, rows, credentials, changed, freezes, tokens, groups, added, lives, name);
  }

  TrustState withFreezes(FreezeHistory changed) {
    return new TrustState(
        accounts, users, rows, credentials, keys, changed, tokens, groups, added, lives, name);
  }

  TrustState withUsers(Users changed) {
    return new TrustState(
        accounts, changed, rows, credentials, keys, freezes, tokens, groups, added, lives, name);
  }

  TrustState withoutUser(OsAccountId user) {
    TreeMap<OsAccountId, LocalAccount> kept = new TreeMap<>(accounts);
    kept.remove(user);
    return new TrustState(
        kept,
        users.without(user),
        rows,
        credentials,
        keys.without(user),
        freezes,
        tokens,
        groups.without(user),
        added.without(user),
        lives,
        name);
  }

  TrustState withGroups(GroupBook changed) {
    return new TrustState(
        accounts, users, rows, credentials, keys, freezes, tokens, changed, added, lives, name);
  }

  TrustState withAdded(CredentialBook changed) {
    return new TrustState(
        accounts, users, rows, credentials, keys, freezes, tokens, groups, changed, lives, name);
  }

  TrustState withName(String given) {
    return new TrustState(
        accounts,
        users,
        rows,
        credentials,
        keys,
        freezes,
        tokens,
        groups,
        added,
        lives,
        Optional.of(given));
  }

  TrustState withLives(LifeBook changed) {
    return new TrustState(
        accounts, users, rows, credentials, keys, freezes, tokens, groups, added, changed, name);
  }

  TrustState withTokens(TokenBook changed) {
    return new TrustState(
        accounts, users, rows, credentials, keys, freezes, changed, groups, added, lives, name);
  }

  private List<AccessRow.Key> rowKeys() {
    return rows.stream().map(AccessRow::key).toList();
  }
}
