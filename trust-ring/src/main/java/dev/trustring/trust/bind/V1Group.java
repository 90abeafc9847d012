package dev.trustring.trust.bind;

import dev.trustring.trust.group.BindGroup;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.Group;
import dev.trustring.trust.ledger.Ledger;
import dev.trustring.trust.ledger.TrustEvent;

/** HiChain's group of one bind of version 1, on this end (trust-and-softbus §2.10). */
final class V1Group {
  private final BindStep step;
  private final OsAccountId user;
  private final Udid peer;

  V1Group(BindStep step) {
    this.step = step;
    this.user = step.session().localUser();
    this.peer = step.session().request().peer().udid();
  }

  /** As it is before the peer is in it. */
  Group made() {
    return BindGroup.of(step.session().id().value(), step.inputs().self().udid());
  }

  BindStep make() {
    step.ledger().note(new TrustEvent.GroupWritten(user, made()));
    return step;
  }

  BindStep takeIn() {
    step.ledger().note(new TrustEvent.GroupWritten(user, made().with(peer)));
    return step.also(BindGroup.bound(made(), peer));
  }

  boolean hasPeer() {
    return step.ledger()
        .state()
        .groups()
        .find(user, made().id())
        .filter(group -> group.members().contains(peer))
        .isPresent();
  }

  /** Drops what earlier binds with the peer left of groups, now that both know of this one. */
  BindStep dropOthers() {
    Ledger ledger = step.ledger();
    ledger.state().groups().of(user).stream()
        .filter(group -> group.isOfDeviceManager() && group.members().contains(peer))
        .filter(group -> !group.id().equals(made().id()))
        .forEach(group -> ledger.note(new TrustEvent.GroupDeleted(user, group.id())));
    return step;
  }
}
