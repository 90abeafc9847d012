package dev.trustring.trust.user;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.RowStatus;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.Ledger;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.wire.RelationMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of trust when OS accounts come, go and take turns (trust-and-softbus §1.5, §7). Rows
 * are active while their user is in front; peers are told who that is, and nobody repeats it. That
 * the first user can be neither stopped nor removed is our reading of the platform (unverified).
 */
public final class UserRules {
  private final TrustState before;
  private final Build build;
  private final Ledger ledger;
  private final List<TrustEffect> effects = new ArrayList<>();

  public UserRules(TrustState state, Build build) {
    this.before = state;
    this.build = build;
    this.ledger = new Ledger(state);
  }

  /** A new user, with the number after the last. */
  public UserOutcome create() {
    int last = before.users().created().last().value();
    ledger.note(new TrustEvent.UserCreated(new OsAccountId(last + 1)));
    return done();
  }

  /** Another user comes to the front. */
  public UserOutcome activate(OsAccountId user) {
    if (user.isSystem()) {
      return refused(UserAnswer.RESTRICTED);
    }
    return exists(user) ? bringToFront(user).done() : refused(UserAnswer.NO_SUCH_USER);
  }

  /**
   * A user is stopped; if it was in front the first user takes its place. Only a PC acts on the
   * stop itself and tells peers of it: elsewhere going to the background has done all there is.
   */
  public UserOutcome stop(OsAccountId user) {
    if (isRestricted(user)) {
      return refused(UserAnswer.RESTRICTED);
    } else if (!exists(user)) {
      return refused(UserAnswer.NO_SUCH_USER);
    }
    leaveFront(user);
    boolean ran = before.users().running().contains(user);
    ledger.note(new TrustEvent.UserStopped(user));
    if (ran && build == Build.PC) {
      ledger.mark(row -> row.localUser().equals(user), RowStatus.INACTIVE);
      tell(new RelationMessage.StopUser(user));
    }
    return done();
  }

  /** A user is removed with every row, credential and key it had. */
  public UserOutcome remove(OsAccountId user) {
    if (isRestricted(user)) {
      return refused(UserAnswer.RESTRICTED);
    } else if (!exists(user)) {
      return refused(UserAnswer.NO_SUCH_USER);
    }
    leaveFront(user);
    tell(new RelationMessage.UserRemoved(user));
    ledger.delete(row -> row.localUser().equals(user));
    ledger.deleteCredentials(user);
    ledger.note(new TrustEvent.UserRemoved(user));
    return done();
  }

  /** A user gets a credential for the lock screen. */
  public UserOutcome secure(OsAccountId user) {
    return exists(user)
        ? noted(new TrustEvent.UserSecured(user))
        : refused(UserAnswer.NO_SUCH_USER);
  }

  /** A user is unlocked for the first time since boot; a PC tells peers that it is back. */
  public UserOutcome unlock(OsAccountId user, boolean wasLocked) {
    if (!exists(user)) {
      return refused(UserAnswer.NO_SUCH_USER);
    }
    if (wasLocked && build == Build.PC && user.equals(before.foregroundUser())) {
      tell(new RelationMessage.SyncUserIds(List.of(user)));
    }
    return done();
  }

  public UserOutcome constrain(OsAccountId user, boolean on) {
    return exists(user)
        ? noted(new TrustEvent.UserConstrained(user, on))
        : refused(UserAnswer.NO_SUCH_USER);
  }

  public UserOutcome holdBack(OsAccountId user, boolean on) {
    return exists(user)
        ? noted(new TrustEvent.UserHeldBack(user, on))
        : refused(UserAnswer.NO_SUCH_USER);
  }

  /** A PC that starts while its user is locked says so. */
  public UserOutcome started(boolean locked) {
    if (locked && build == Build.PC) {
      tell(new RelationMessage.StopUser(before.foregroundUser()));
    }
    return done();
  }

  /** Rows of a peer's users are active as long as both users are in front. */
  public UserOutcome peerTold(DeviceIdentity from, List<OsAccountId> foreground) {
    OsAccountId front = before.foregroundUser();
    ledger.mark(row -> isOf(from, row) && !foreground.contains(row.peerUser()), RowStatus.INACTIVE);
    ledger.mark(
        row ->
            isOf(from, row) && foreground.contains(row.peerUser()) && row.localUser().equals(front),
        RowStatus.ACTIVE);
    return done();
  }

  /** A peer has stopped a user. */
  public UserOutcome peerStopped(DeviceIdentity from, RelationMessage.StopUser user) {
    ledger.mark(row -> isOf(from, row) && row.peerUser().equals(user.user()), RowStatus.INACTIVE);
    return done();
  }

  /** A peer has removed a user. */
  public UserOutcome peerRemoved(DeviceIdentity from, RelationMessage.UserRemoved user) {
    ledger.delete(row -> isOf(from, row) && row.peerUser().equals(user.user()));
    return done();
  }

  private UserRules bringToFront(OsAccountId user) {
    if (!user.equals(before.foregroundUser())) {
      ledger.note(new TrustEvent.UserActivated(user));
      ledger.mark(row -> !row.localUser().equals(user), RowStatus.INACTIVE);
      ledger.mark(row -> row.localUser().equals(user), RowStatus.ACTIVE);
      tell(new RelationMessage.SyncUserIds(List.of(user)));
    }
    return this;
  }

  private void leaveFront(OsAccountId user) {
    if (user.equals(before.foregroundUser())) {
      bringToFront(OsAccountId.FIRST);
    }
  }

  private UserOutcome noted(TrustEvent fact) {
    ledger.note(fact);
    return done();
  }

  /** Every device that a row names hears of it, whoever the row belongs to. */
  private void tell(RelationMessage message) {
    before.peers().forEach(peer -> effects.add(new TrustEffect.Send(peer, message)));
  }

  private boolean exists(OsAccountId user) {
    return before.users().created().contains(user);
  }

  private static boolean isRestricted(OsAccountId user) {
    return user.isSystem() || user.equals(OsAccountId.FIRST);
  }

  private static boolean isOf(DeviceIdentity peer, AccessRow row) {
    return row.peer().equals(peer.udid());
  }

  private UserOutcome done() {
    return new UserOutcome(UserAnswer.DONE, ledger.events(), effects);
  }

  private static UserOutcome refused(UserAnswer answer) {
    return new UserOutcome(answer, List.of(), List.of());
  }
}
