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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** All a device durably knows about accounts and trust; it survives a crash. */
public record TrustState(
    SortedMap<OsAccountId, LocalAccount> accounts,
    SortedSet<OsAccountId> activeUsers,
    List<AccessRow> rows,
    List<Credential> credentials,
    KeyRing keys,
    FreezeHistory freezes,
    TokenBook tokens) {

  public TrustState {
    accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
    activeUsers = Collections.unmodifiableSortedSet(new TreeSet<>(activeUsers));
    rows = List.copyOf(rows);
    credentials = List.copyOf(credentials);
    if (activeUsers.isEmpty()) {
      throw new IllegalArgumentException("a running device has an active user");
    }
  }

  /** A device out of the box: its first user active, nobody logged in, nobody trusted. */
  public static TrustState factoryNew() {
    return new TrustState(
        new TreeMap<>(),
        new TreeSet<>(List.of(OsAccountId.FIRST)),
        List.of(),
        List.of(),
        KeyRing.EMPTY,
        FreezeHistory.EMPTY,
        TokenBook.EMPTY);
  }

  /** The user in the foreground: the first of the active ones. */
  public OsAccountId foregroundUser() {
    return activeUsers.first();
  }

  /** Whether a user is active; the system user always is (kv-store §4.4). */
  public boolean isActive(OsAccountId user) {
    return user.isSystem() || activeUsers.contains(user);
  }

  public LocalAccount accountOf(OsAccountId user) {
    return accounts.getOrDefault(user, LocalAccount.NONE);
  }

  /** The HUAWEI ID a user is logged in to now; an expired token counts as not logged in. */
  public Optional<AccountId> loggedIn(OsAccountId user) {
    LocalAccount account = accountOf(user);
    return account.state() == AccountState.LOGIN ? account.id() : Optional.empty();
  }

  /** The first active user that is logged in to the account with this hash. */
  public Optional<OsAccountId> userOf(AccountHash account) {
    return activeUsers.stream()
        .filter(user -> loggedIn(user).filter(id -> id.hash().equals(account)).isPresent())
        .findFirst();
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
    return new TrustState(changed, activeUsers, rows, credentials, keys, freezes, tokens);
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
    return new TrustState(accounts, activeUsers, changed, credentials, keys, freezes, tokens);
  }

  TrustState withoutRow(AccessRow.Key key) {
    List<AccessRow> kept = rows.stream().filter(row -> !row.key().equals(key)).toList();
    return new TrustState(
        accounts, activeUsers, kept, credentials, keys, freezes, tokens.without(key));
  }

  TrustState withCredential(Credential credential) {
    List<Credential> changed = new ArrayList<>(credentials);
    changed.add(credential);
    return new TrustState(accounts, activeUsers, rows, changed, keys, freezes, tokens);
  }

  TrustState withoutCredential(Credential credential) {
    List<Credential> kept =
        credentials.stream().filter(other -> !other.equals(credential)).toList();
    return new TrustState(
        accounts, activeUsers, rows, kept, keys.without(credential), freezes, tokens);
  }

  TrustState withKeys(KeyRing changed) {
    return new TrustState(accounts, activeUsers, rows, credentials, changed, freezes, tokens);
  }

  TrustState withFreezes(FreezeHistory changed) {
    return new TrustState(accounts, activeUsers, rows, credentials, keys, changed, tokens);
  }

  TrustState withTokens(TokenBook changed) {
    return new TrustState(accounts, activeUsers, rows, credentials, keys, freezes, changed);
  }

  private List<AccessRow.Key> rowKeys() {
    return rows.stream().map(AccessRow::key).toList();
  }
}
