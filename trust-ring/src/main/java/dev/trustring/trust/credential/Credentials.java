package dev.trustring.trust.credential;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.CredentialType;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.Ledger;
import dev.trustring.trust.ledger.StoredCredential;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.secret.LongTermKey;
import dev.trustring.trust.wire.RelationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The identity service, asked about the credentials of one user by a process or an app
 * (trust-and-softbus §1.2, §1.3). Whoever added a credential is the only one to change, delete or
 * export it.
 */
public final class Credentials {
  /** The credentials of one owner. */
  public static final int OWNER_MAX = 5000;

  private final OsAccountId user;
  private final Udid self;
  private final String caller;
  private final Ledger ledger;
  private final List<TrustEffect> effects = new ArrayList<>();

  public Credentials(TrustState state, OsAccountId user, Udid self, String caller) {
    this.user = user;
    this.self = self;
    this.caller = caller;
    this.ledger = new Ledger(state);
  }

  /**
   * Decides about a call.
   *
   * @param locked whether the user has not been unlocked since boot
   * @param draw a fresh random number, from which ids and keys are made
   */
  public CredentialOutcome decide(CredentialCall call, boolean locked, long draw) {
    if (call.changes() && !ledger.state().isActive(user)) {
      return CredentialOutcome.refused(CredentialError.CROSS_USER);
    } else if (locked) {
      return CredentialOutcome.refused(CredentialError.NOT_UNLOCKED);
    } else if (call instanceof CredentialCall.Add add) {
      return add(add.plan(), draw);
    } else if (call instanceof CredentialCall.Find find) {
      return CredentialOutcome.told(meant(find.which()));
    } else if (call instanceof CredentialCall.DeleteAll all) {
      return deleteAll(all.which());
    }
    return decideOnOne(call);
  }

  private CredentialOutcome decideOnOne(CredentialCall call) {
    if (call instanceof CredentialCall.Tell tell) {
      return onFound(tell.id(), found -> CredentialOutcome.told(List.of(found)));
    } else if (call instanceof CredentialCall.Export export) {
      return onOwn(export.id(), Credentials::export);
    } else if (call instanceof CredentialCall.Delete delete) {
      return onOwn(delete.id(), this::delete);
    } else if (call instanceof CredentialCall.Update update) {
      return onOwn(update.id(), found -> update(update, found));
    }
    throw new AssertionError(call);
  }

  private interface Step {
    CredentialOutcome with(StoredCredential found);
  }

  private CredentialOutcome onFound(String id, Step step) {
    return inventory()
        .find(id)
        .map(step::with)
        .orElseGet(() -> CredentialOutcome.refused(CredentialError.LOCAL_CRED_NOT_EXIST));
  }

  private CredentialOutcome onOwn(String id, Step step) {
    return onFound(
        id,
        found ->
            found.maker().equals(caller)
                ? step.with(found)
                : CredentialOutcome.refused(CredentialError.OWNER_UID));
  }

  private CredentialOutcome add(CredentialPlan plan, long draw) {
    if (!plan.isLegal() || isWithItself(plan)) {
      return CredentialOutcome.refused(CredentialError.INVALID_PARAMS);
    }
    List<StoredCredential> all = inventory().all();
    if (all.stream().filter(other -> other.owner().equals(plan.owner())).count() >= OWNER_MAX) {
      return CredentialOutcome.refused(CredentialError.BEYOND_LIMIT);
    }
    String id =
        plan.id().isEmpty()
            ? Inventory.id(plan.owner(), plan.device().udid(), Long.toHexString(draw))
            : plan.id();
    if (all.stream().anyMatch(other -> other.id().equals(id))) {
      return CredentialOutcome.refused(CredentialError.CRED_ID_EXISTED);
    }
    StoredCredential added = plan.made(id, caller, key(plan, draw));
    ledger.note(new TrustEvent.CredentialAdded(user, added));
    added.sideOfShare().ifPresent(side -> share(plan, side));
    return done(List.of(added));
  }

  private boolean isWithItself(CredentialPlan plan) {
    return plan.kind().equals(Optional.of(CredentialType.ACCOUNT_SHARED))
        && plan.device().udid().equals(self);
  }

  /**
   * A shared credential makes the row at once on the device where it is added; the platform waits
   * until the two devices meet (our choice). A share the other way takes the row of this one.
   */
  private void share(CredentialPlan plan, RowSide side) {
    Parties parties =
        new Parties(
            plan.device(),
            user,
            new OsAccountId(Integer.parseInt(plan.peerUser())),
            ledger.state().loggedIn(user),
            Optional.of(new AccountId(plan.account()).hash()));
    ledger.write(AccessRow.share(parties, side));
  }

  private static Optional<String> key(CredentialPlan plan, long draw) {
    return plan.makesKey()
        ? Optional.of(LongTermKey.drawn(draw).publicKey())
        : Optional.of(plan.key()).filter(key -> !key.isEmpty());
  }

  private static CredentialOutcome export(StoredCredential found) {
    return found.key().isPresent()
        ? CredentialOutcome.told(List.of(found))
        : CredentialOutcome.refused(CredentialError.KEY_NOT_EXIST);
  }

  private CredentialOutcome delete(StoredCredential found) {
    remove(found);
    return done(List.of(found));
  }

  /** Those of others stay, and nobody says so (our choice, unverified). */
  private CredentialOutcome deleteAll(CredentialFilter which) {
    List<StoredCredential> going =
        meant(which).stream().filter(found -> found.maker().equals(caller)).toList();
    going.forEach(this::remove);
    return done(going);
  }

  /** A bond loses its key and keeps its rows, until a bind mends it (§1.5). */
  private void remove(StoredCredential found) {
    if (found.sideOfShare().isPresent()) {
      unshare(found);
      return;
    }
    inventory()
        .bond(found.id())
        .<TrustEvent>map(TrustEvent.CredentialDeleted::new)
        .or(() -> Optional.of(new TrustEvent.CredentialRemoved(user, found.id())))
        .ifPresent(ledger::note);
  }

  /** The row of a share goes with its credential, and the peer is told (§1.5). */
  private void unshare(StoredCredential found) {
    ledger.state().peers().stream()
        .filter(peer -> peer.udid().equals(found.device()))
        .map(peer -> new TrustEffect.Send(peer, new RelationMessage.ShareUnbound(user)))
        .forEach(effects::add);
    ledger.unshare(user, found);
  }

  private CredentialOutcome update(CredentialCall.Update call, StoredCredential found) {
    boolean stored = ledger.state().added().find(user, found.id()).isPresent();
    if (!stored || (call.apps().isEmpty() && call.extendInfo().isEmpty())) {
      return CredentialOutcome.refused(CredentialError.INVALID_PARAMS);
    }
    StoredCredential changed = found.updated(call.apps(), call.extendInfo());
    ledger.note(new TrustEvent.CredentialAdded(user, changed));
    return done(List.of(changed));
  }

  private List<StoredCredential> meant(CredentialFilter which) {
    return inventory().all().stream().filter(which::fits).toList();
  }

  private Inventory inventory() {
    return new Inventory(ledger.state(), user, self);
  }

  private CredentialOutcome done(List<StoredCredential> told) {
    return new CredentialOutcome(Optional.empty(), told, ledger.events(), effects);
  }
}
