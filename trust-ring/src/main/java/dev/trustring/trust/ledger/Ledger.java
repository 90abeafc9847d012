package dev.trustring.trust.ledger;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.access.CredentialType;
import dev.trustring.trust.access.RowStatus;
import dev.trustring.trust.access.RowTokens;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A page being written during one decision: the facts so far and the state they lead to. It records
 * only facts that change something.
 */
public final class Ledger {
  private final List<TrustEvent> events = new ArrayList<>();
  private TrustState state;

  public Ledger(TrustState state) {
    this.state = state;
  }

  public TrustState state() {
    return state;
  }

  public List<TrustEvent> events() {
    return List.copyOf(events);
  }

  public void note(TrustEvent event) {
    TrustState after = event.appliedTo(state);
    if (!after.equals(state)) {
      events.add(event);
      state = after;
    }
  }

  /** Writes a row and returns the fact that would take it back, if there is anything to. */
  public Optional<TrustEvent> write(AccessRow row) {
    Optional<AccessRow> before = state.row(row.key());
    if (before.equals(Optional.of(row))) {
      return Optional.empty();
    }
    note(new TrustEvent.RowWritten(row));
    return Optional.of(
        before
            .<TrustEvent>map(TrustEvent.RowWritten::new)
            .orElseGet(() -> new TrustEvent.RowDeleted(row)));
  }

  /** Notes the tokens of a row and returns the fact that would take that back, if any. */
  public Optional<TrustEvent> noteTokens(AccessRow row, RowTokens tokens) {
    RowTokens before = state.tokens().of(row.key());
    if (before.equals(tokens)) {
      return Optional.empty();
    }
    note(new TrustEvent.RowTokensNoted(row.key(), tokens));
    return Optional.of(new TrustEvent.RowTokensNoted(row.key(), before));
  }

  /** Gives a row its end and returns the fact that would take that back, if any. */
  public Optional<TrustEvent> limitLife(AccessRow row, Instant end) {
    Optional<Instant> before = state.lives().endOf(row.key());
    if (before.equals(Optional.of(end))) {
      return Optional.empty();
    }
    note(new TrustEvent.RowLifeSet(row.key(), Optional.of(end)));
    return Optional.of(new TrustEvent.RowLifeSet(row.key(), before));
  }

  /** Makes a credential unless it exists, and returns the fact that would take it back. */
  public Optional<TrustEvent> create(Credential credential) {
    if (state.hasCredential(credential)) {
      return Optional.empty();
    }
    note(new TrustEvent.CredentialCreated(credential));
    return Optional.of(new TrustEvent.CredentialDeleted(credential));
  }

  /** Switches rows on or off; which of them were so before does not matter. */
  public void mark(Predicate<AccessRow> wanted, RowStatus status) {
    for (AccessRow row : state.rows().stream().filter(wanted).toList()) {
      write(row.withStatus(status));
    }
  }

  /** Deletes the group of an account, and those that rest on it (trust-and-softbus §1.2). */
  public void deleteGroups(OsAccountId user, AccountId account) {
    state.groups().of(user).stream()
        .filter(group -> group.type() != GroupType.PEER_TO_PEER)
        .filter(group -> group.accounts().get(0).equals(account.value()))
        .forEach(group -> note(new TrustEvent.GroupDeleted(user, group.id())));
  }

  /** Deletes credentials that calls had added. */
  public void deleteAdded(OsAccountId user, Predicate<StoredCredential> wanted) {
    state.added().of(user).stream()
        .filter(wanted)
        .forEach(gone -> note(new TrustEvent.CredentialRemoved(user, gone.id())));
  }

  /** An app is gone: credentials lose its token, and go with their last one (§2.9). */
  public void forgetApp(OsAccountId user, AppToken gone) {
    for (StoredCredential credential : state.added().of(user)) {
      if (!credential.apps().contains(gone.toString())) {
        continue;
      }
      List<String> left =
          credential.apps().stream().filter(app -> !app.equals(gone.toString())).toList();
      note(
          left.isEmpty()
              ? new TrustEvent.CredentialRemoved(user, credential.id())
              : new TrustEvent.CredentialAdded(
                  user, credential.updated(Optional.of(left), Optional.empty())));
    }
  }

  /** Deletes every credential of a user that binds have made. */
  public void deleteCredentials(OsAccountId user) {
    state.credentials().stream()
        .filter(credential -> credential.localUser().equals(user))
        .forEach(credential -> note(new TrustEvent.CredentialDeleted(credential)));
  }

  /**
   * Deletes rows, and with the last data row of a bond the link row and the credentials that it
   * alone kept (trust-and-softbus §1.5). Returns how many of the wanted rows there were.
   */
  public int delete(Predicate<AccessRow> wanted) {
    return delete(wanted, Ledger::isBond);
  }

  /**
   * The same, but a row of the account keeps the link row too, as it does where allowed-once rows
   * time out (§1.5: only if nothing else is left).
   */
  public int deleteOnce(Predicate<AccessRow> wanted) {
    return delete(wanted, row -> true);
  }

  private int delete(Predicate<AccessRow> wanted, Predicate<AccessRow> keepsLinks) {
    List<AccessRow> going = state.rows().stream().filter(wanted).toList();
    SortedSet<Udid> peers = new TreeSet<>();
    for (AccessRow row : going) {
      note(new TrustEvent.RowDeleted(row));
      peers.add(row.peer());
    }
    peers.forEach(peer -> deleteWhatNobodyNeeds(peer, keepsLinks));
    return going.size();
  }

  /** The key that the data row of a bond needs, or the one the link marker needs. */
  public static Credential credentialFor(AccessRow row) {
    CredentialScope scope =
        row.isLinkOnly() ? CredentialScope.DEVICE : CredentialScope.of(row.bindLevel());
    return new Credential(row.peer(), row.localUser(), scope, CredentialType.ACCOUNT_UNRELATED);
  }

  private void deleteWhatNobodyNeeds(Udid peer, Predicate<AccessRow> keepsLinks) {
    List<AccessRow> towards = state.rows().stream().filter(row -> row.peer().equals(peer)).toList();
    List<AccessRow> keepers =
        towards.stream().filter(row -> !row.isLinkOnly() && keepsLinks.test(row)).toList();
    for (AccessRow link : towards.stream().filter(AccessRow::isLinkOnly).toList()) {
      if (keepers.stream().noneMatch(row -> joinsSameUsers(row, link))) {
        note(new TrustEvent.RowDeleted(link));
      }
    }
    for (Credential credential : state.credentialsTowards(peer)) {
      if (!state.hasRow(row -> needsKey(row) && credentialFor(row).equals(credential))) {
        note(new TrustEvent.CredentialDeleted(credential));
      }
    }
    state.groups().byUser().keySet().forEach(user -> deleteBindGroups(user, peer));
    for (OsAccountId user : state.added().byUser().keySet()) {
      deleteAdded(user, credential -> isOfLostShare(user, credential, peer));
    }
  }

  /** The group of a bind of version 1 goes with the last bond of its user (§2.10, unverified). */
  private void deleteBindGroups(OsAccountId user, Udid peer) {
    if (state.hasRow(
        row -> needsKey(row) && row.peer().equals(peer) && row.localUser().equals(user))) {
      return;
    }
    state.groups().of(user).stream()
        .filter(group -> group.isOfDeviceManager() && group.members().contains(peer))
        .forEach(group -> note(new TrustEvent.GroupDeleted(user, group.id())));
  }

  private boolean isOfLostShare(OsAccountId user, StoredCredential credential, Udid peer) {
    return credential.device().equals(peer)
        && credential.sideOfShare().isPresent()
        && !state.hasRow(row -> row.localUser().equals(user) && credential.carries(row));
  }

  /** Deletes the rows of a user that rest on a shared credential, and so the credential. */
  public void unshare(OsAccountId user, StoredCredential shared) {
    delete(row -> row.localUser().equals(user) && shared.carries(row));
    note(new TrustEvent.CredentialRemoved(user, shared.id()));
  }

  /** Whether a row rests on a credential that its bind made. */
  public static boolean needsKey(AccessRow row) {
    return isBond(row) && row.bindType() != BindType.SHARE;
  }

  private static boolean isBond(AccessRow row) {
    return row.bindType() != BindType.IDENTICAL_ACCOUNT;
  }

  private static boolean joinsSameUsers(AccessRow one, AccessRow other) {
    return one.localUser().equals(other.localUser()) && one.peerUser().equals(other.peerUser());
  }
}
