package dev.trustring.trust.group;

import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.Group;
import dev.trustring.trust.ledger.GroupType;
import dev.trustring.trust.ledger.Ledger;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The groups of one user (trust-and-softbus §1.2). All of it is local: a peer is told nothing. The
 * dialogue by which HiChain authenticates a member is left to binds (our choice).
 */
public final class Groups {
  /** The groups that one app may own. */
  public static final int GROUPS_MAX = 100;

  /** The devices of one group, this one included. */
  public static final int MEMBERS_MAX = 101;

  static final String BOUND = "onDeviceBound";
  private static final String UNBOUND = "onDeviceUnBound";
  private static final String NOT_TRUSTED = "onDeviceNotTrusted";

  private final OsAccountId user;
  private final Udid self;
  private final Ledger ledger;
  private final List<TrustEffect> effects = new ArrayList<>();

  public Groups(TrustState state, OsAccountId user, Udid self) {
    this.user = user;
    this.self = self;
    this.ledger = new Ledger(state);
  }

  /**
   * Decides about a call.
   *
   * @param locked whether the user has not been unlocked since boot
   */
  public GroupOutcome decide(GroupCall call, boolean locked) {
    if (call.changes() && !ledger.state().isActive(user)) {
      return GroupOutcome.refused(GroupError.CROSS_USER);
    } else if (locked) {
      return GroupOutcome.refused(GroupError.NOT_UNLOCKED);
    } else if (call instanceof GroupCall.Create create) {
      return create(create);
    } else if (call instanceof GroupCall.Joined joined) {
      return GroupOutcome.told(
          all().stream().filter(group -> group.isReadableBy(joined.appId())).toList());
    }
    return decideOnOne(call);
  }

  private GroupOutcome decideOnOne(GroupCall call) {
    if (call instanceof GroupCall.Disband disband) {
      return find(disband.group())
          .map(group -> disband(disband.appId(), group))
          .orElseGet(() -> GroupOutcome.refused(GroupError.GROUP_NOT_EXIST));
    } else if (call instanceof GroupCall.Add add) {
      return find(add.group())
          .map(group -> add(add.appId(), group, add.devices()))
          .orElseGet(() -> GroupOutcome.refused(GroupError.GROUP_NOT_EXIST));
    } else if (call instanceof GroupCall.Remove remove) {
      return find(remove.group())
          .map(group -> remove(remove, group))
          .orElseGet(() -> GroupOutcome.refused(GroupError.GROUP_NOT_EXIST));
    } else if (call instanceof GroupCall.Find find) {
      return find(find.group())
          .map(group -> read(find.appId(), group))
          .orElseGet(() -> GroupOutcome.refused(GroupError.GROUP_NOT_EXIST));
    }
    throw new AssertionError(call);
  }

  /** A second peer-to-peer group of one name and owner counts as a wrong parameter. */
  private GroupOutcome create(GroupCall.Create call) {
    String owner = call.appId();
    GroupPlan plan = call.plan();
    if (!call.isLegal()) {
      return GroupOutcome.refused(GroupError.INVALID_PARAMS);
    }
    GroupType type = plan.kind().orElseThrow();
    String id = plan.id(owner);
    if (find(id).isPresent()) {
      return GroupOutcome.refused(
          type == GroupType.PEER_TO_PEER ? GroupError.INVALID_PARAMS : GroupError.GROUP_DUPLICATE);
    } else if (type == GroupType.ACROSS_ACCOUNT && accountGroup(plan.account()).isEmpty()) {
      return GroupOutcome.refused(GroupError.GROUP_NOT_EXIST);
    } else if (all().stream().filter(group -> group.owner().equals(owner)).count() >= GROUPS_MAX) {
      return GroupOutcome.refused(GroupError.BEYOND_LIMIT);
    }
    Group group =
        new Group(
            id,
            type,
            plan.name(),
            plan.accounts(),
            (int) plan.visibility(),
            (int) plan.userType(),
            (int) plan.expireDays(),
            call.allManagers(),
            call.friends(),
            List.of(self));
    ledger.note(new TrustEvent.GroupWritten(user, group));
    return done(List.of(group));
  }

  /** With an account's group go the groups that rest on it. */
  private GroupOutcome disband(String appId, Group group) {
    if (!group.owner().equals(appId)) {
      return GroupOutcome.refused(GroupError.ACCESS_DENIED);
    }
    List<Group> going = new ArrayList<>(List.of(group));
    if (group.type() == GroupType.IDENTICAL_ACCOUNT) {
      all().stream()
          .filter(other -> other.type() == GroupType.ACROSS_ACCOUNT)
          .filter(other -> other.accounts().get(0).equals(group.id()))
          .forEach(going::add);
    }
    Set<Udid> left = new LinkedHashSet<>();
    for (Group gone : going) {
      ledger.note(new TrustEvent.GroupDeleted(user, gone.id()));
      gone.members().stream().filter(device -> !device.equals(self)).forEach(left::add);
      gone.members().stream()
          .filter(device -> !device.equals(self))
          .forEach(device -> tell(UNBOUND, gone, device));
    }
    left.forEach(device -> endTrust(group, device));
    return done(going);
  }

  /** A device that is a member already becomes one again, and listeners hear of it again. */
  private GroupOutcome add(String appId, Group group, List<Udid> devices) {
    if (!group.managers().contains(appId)) {
      return GroupOutcome.refused(GroupError.ACCESS_DENIED);
    }
    Group changed = group;
    for (Udid device : devices) {
      changed = changed.with(device);
    }
    if (changed.members().size() > MEMBERS_MAX) {
      return GroupOutcome.refused(GroupError.BEYOND_LIMIT);
    }
    ledger.note(new TrustEvent.GroupWritten(user, changed));
    devices.forEach(device -> tell(BOUND, group, device));
    return done(List.of(changed));
  }

  /** That this device cannot leave an account's group shows as a wrong parameter (unverified). */
  private GroupOutcome remove(GroupCall.Remove call, Group group) {
    boolean ofAccount = group.type() == GroupType.IDENTICAL_ACCOUNT;
    if (!group.managers().contains(call.appId())) {
      return GroupOutcome.refused(GroupError.ACCESS_DENIED);
    } else if (ofAccount ? call.device().equals(self) : !call.forced()) {
      return GroupOutcome.refused(GroupError.INVALID_PARAMS);
    } else if (!group.members().contains(call.device())) {
      return GroupOutcome.refused(GroupError.DEVICE_NOT_EXIST);
    }
    Group changed = group.without(call.device());
    ledger.note(new TrustEvent.GroupWritten(user, changed));
    tell(UNBOUND, group, call.device());
    endTrust(group, call.device());
    return done(List.of(changed));
  }

  private GroupOutcome read(String appId, Group group) {
    return group.isReadableBy(appId)
        ? GroupOutcome.told(List.of(group))
        : GroupOutcome.refused(GroupError.ACCESS_DENIED);
  }

  /** A device in no group any more is not trusted, and DeviceManager drops its rows (§1.5). */
  private void endTrust(Group last, Udid device) {
    if (all().stream().noneMatch(group -> group.members().contains(device))) {
      tell(NOT_TRUSTED, last, device);
      ledger.delete(row -> row.peer().equals(device) && row.localUser().equals(user));
    }
  }

  private void tell(String event, Group group, Udid device) {
    effects.add(new TrustEffect.GroupNews(event, group.id(), device));
  }

  private Optional<Group> accountGroup(String account) {
    return find(account).filter(group -> group.type() == GroupType.IDENTICAL_ACCOUNT);
  }

  private Optional<Group> find(String id) {
    return ledger.state().groups().find(user, id);
  }

  private List<Group> all() {
    return ledger.state().groups().of(user);
  }

  private GroupOutcome done(List<Group> groups) {
    return new GroupOutcome(Optional.empty(), groups, ledger.events(), effects);
  }
}
