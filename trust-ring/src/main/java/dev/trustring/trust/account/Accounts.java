package dev.trustring.trust.account;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.access.CredentialType;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.AccountState;
import dev.trustring.trust.ledger.Ledger;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.wire.AccountMessage;
import dev.trustring.trust.wire.RelationMessage;
import dev.trustring.trust.wire.TrustMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The accounts of one device and the devices that share them (trust-and-softbus §7, §1.5). Each
 * method decides about one thing that happened and changes nothing itself.
 *
 * @param waiting the hellos this device has sent and not seen answered
 * @param multiSpace whether the build keeps accounts of several spaces apart
 */
public record Accounts(TrustState state, List<AccountAuth> waiting, boolean multiSpace) {
  /** How long a hello waits: the life of an authentication session of the platform (§10). */
  static final Duration HELLO_WAIT = Duration.ofSeconds(30);

  public Accounts {
    waiting = List.copyOf(waiting);
  }

  /** Peers are told who is in front, as after a change of users (§1.5: change 10). */
  public AccountOutcome login(OsAccountId user, AccountId account) {
    if (user.isSystem()) {
      return unchanged(AccountAnswer.SYSTEM_USER);
    }
    if (after(AccountEvent.LOGIN, user).isEmpty()) {
      return unchanged(AccountAnswer.ALREADY_LOGGED_IN);
    }
    RelationMessage notice = new RelationMessage.AccountEvent(List.of(state.foregroundUser()));
    return facts(
        List.of(new TrustEvent.LoggedIn(user, account)),
        Stream.concat(
                state.peers().stream().map(peer -> send(peer, notice)),
                Stream.of(told(AccountEvent.LOGIN, user)))
            .toList());
  }

  /**
   * Logout takes every row of the user that rests on the account or merely stores it, whatever its
   * bind type, and tells every peer the device has rows for.
   */
  public AccountOutcome logout(OsAccountId user) {
    Optional<AccountState> next = after(AccountEvent.LOGOUT, user);
    Optional<AccountId> account = state.accountOf(user).id();
    if (next.isEmpty() || account.isEmpty()) {
      return unchanged(AccountAnswer.NOT_LOGGED_IN);
    }
    AccountId id = account.get();
    Ledger ledger = new Ledger(state);
    ledger.note(new TrustEvent.LoggedOut(user, id));
    ledger.note(new TrustEvent.AccountLeft(user, next.get()));
    ledger.delete(row -> row.localUser().equals(user) && restsOn(row, id));
    ledger.deleteGroups(user, id);
    ledger.deleteAdded(
        user,
        credential ->
            credential.type() == CredentialType.ACCOUNT_RELATED
                && credential.account().equals(id.value()));
    RelationMessage notice = new RelationMessage.AccountLogout(id.hash(), user);
    return facts(
        ledger.events(),
        Stream.concat(
                state.peers().stream().map(peer -> send(peer, notice)),
                Stream.of(told(AccountEvent.LOGOUT, user)))
            .toList());
  }

  /**
   * The token expires, or the account itself is given up. DeviceManager hears of neither, so every
   * row stays (§7).
   */
  public AccountOutcome lost(AccountEvent how, OsAccountId user) {
    Optional<AccountState> next = after(how, user);
    Optional<AccountId> account = state.accountOf(user).id();
    if (next.isEmpty() || account.isEmpty()) {
      return unchanged(AccountAnswer.NOT_LOGGED_IN);
    }
    TrustEvent fact =
        next.get() == AccountState.TOKEN_EXPIRED
            ? new TrustEvent.AccountTokenExpired(user, account.get())
            : new TrustEvent.AccountLeft(user, next.get());
    return facts(List.of(fact), List.of(told(how, user)));
  }

  private Optional<AccountState> after(AccountEvent event, OsAccountId user) {
    return event.from(state.accountOf(user).state(), multiSpace);
  }

  private static TrustEffect told(AccountEvent event, OsAccountId user) {
    return new TrustEffect.CommonEvent(event.commonEvent(), user);
  }

  /** A peer has logged out: its rows for that account go here too. */
  public AccountOutcome peerLoggedOut(DeviceIdentity from, RelationMessage.AccountLogout notice) {
    Ledger ledger = new Ledger(state);
    ledger.delete(
        row ->
            row.peer().equals(from.udid())
                && row.peerUser().equals(notice.user())
                && row.parties().peerAccount().equals(Optional.of(notice.account())));
    return facts(ledger.events(), List.of());
  }

  /**
   * A device is in reach and announces the account of its user. If that is an account of ours and
   * there is no row for it yet, this device says hello, once at a time.
   */
  public AccountOutcome peerSeen(DeviceIdentity peer, AccountHash announced) {
    Optional<OsAccountId> user = state.userOf(announced);
    if (user.isEmpty() || waitsFor(peer.udid()).isPresent() || knows(peer, user.get())) {
      return unchanged(AccountAnswer.DONE);
    }
    AccountId account = state.loggedIn(user.get()).orElseThrow();
    AccountAuth auth = new AccountAuth(peer.udid(), user.get(), account);
    return new AccountOutcome(
        Stream.concat(waiting.stream(), Stream.of(auth)).toList(),
        List.of(),
        List.of(
            send(peer, new AccountMessage.AccountHello(announced, user.get())),
            new TrustEffect.StartTimer(timer(peer.udid()), HELLO_WAIT)),
        AccountAnswer.DONE);
  }

  /** The responder writes its row when it answers; a device of another account writes nothing. */
  public AccountOutcome helloReceived(DeviceIdentity from, AccountMessage.AccountHello hello) {
    Optional<OsAccountId> user = state.userOf(hello.account());
    boolean same = user.isPresent();
    Ledger ledger = new Ledger(state);
    if (same) {
      write(ledger, from, user.get(), hello.user(), RowSide.ACCESSEE);
    }
    OsAccountId answering = user.orElseGet(state::foregroundUser);
    return facts(
        ledger.events(),
        List.of(
            send(from, new AccountMessage.AccountHelloAnswer(hello.account(), answering, same))));
  }

  /** The initiator writes its row on the answer, if it still has the account it asked for. */
  public AccountOutcome answerReceived(
      DeviceIdentity from, AccountMessage.AccountHelloAnswer answer) {
    Optional<AccountAuth> auth =
        waitsFor(from.udid()).filter(a -> a.account().hash().equals(answer.account()));
    if (auth.isEmpty()) {
      return unchanged(AccountAnswer.DONE);
    }
    OsAccountId user = auth.get().user();
    Ledger ledger = new Ledger(state);
    if (answer.sameAccount() && state.loggedIn(user).equals(Optional.of(auth.get().account()))) {
      write(ledger, from, user, answer.user(), RowSide.ACCESSER);
    }
    return new AccountOutcome(
        without(from.udid()),
        ledger.events(),
        List.of(new TrustEffect.StopTimer(timer(from.udid()))),
        AccountAnswer.DONE);
  }

  /** No answer came in time: the hello is forgotten, and the next sight of the peer repeats it. */
  public AccountOutcome helloTimedOut(Udid peer) {
    return new AccountOutcome(without(peer), List.of(), List.of(), AccountAnswer.DONE);
  }

  /** The connection is gone, and any answer with it. */
  public AccountOutcome peerGone(DeviceIdentity peer) {
    List<TrustEffect> stops =
        waitsFor(peer.udid()).isPresent()
            ? List.of(new TrustEffect.StopTimer(timer(peer.udid())))
            : List.of();
    return new AccountOutcome(without(peer.udid()), List.of(), stops, AccountAnswer.DONE);
  }

  private void write(
      Ledger ledger, DeviceIdentity peer, OsAccountId user, OsAccountId peerUser, RowSide side) {
    AccountId account = state.loggedIn(user).orElseThrow();
    AccessRow row = AccessRow.sameAccount(Parties.of(peer, user, peerUser).sharing(account), side);
    if (state.row(row.key()).filter(there -> isRowOf(there, account)).isEmpty()) {
      ledger.write(row);
    }
  }

  private boolean knows(DeviceIdentity peer, OsAccountId user) {
    AccountId account = state.loggedIn(user).orElseThrow();
    return state.hasRow(
        row ->
            row.peer().equals(peer.udid())
                && row.localUser().equals(user)
                && isRowOf(row, account));
  }

  private static boolean isRowOf(AccessRow row, AccountId account) {
    return row.bindType() == BindType.IDENTICAL_ACCOUNT
        && row.isActive()
        && row.parties().localAccount().equals(Optional.of(account));
  }

  private static boolean restsOn(AccessRow row, AccountId account) {
    return row.bindType() == BindType.IDENTICAL_ACCOUNT
        || row.parties().localAccount().equals(Optional.of(account));
  }

  private Optional<AccountAuth> waitsFor(Udid peer) {
    return waiting.stream().filter(auth -> auth.peer().equals(peer)).findFirst();
  }

  private List<AccountAuth> without(Udid peer) {
    return waiting.stream().filter(auth -> !auth.peer().equals(peer)).toList();
  }

  private AccountOutcome unchanged(AccountAnswer answer) {
    return new AccountOutcome(waiting, List.of(), List.of(), answer);
  }

  private AccountOutcome facts(List<TrustEvent> events, List<TrustEffect> effects) {
    return new AccountOutcome(waiting, events, effects, AccountAnswer.DONE);
  }

  private static TrustEffect send(DeviceIdentity to, TrustMessage message) {
    return new TrustEffect.Send(to, message);
  }

  private static TimerKey timer(Udid peer) {
    return new TimerKey.OfAccountHello(peer);
  }
}
