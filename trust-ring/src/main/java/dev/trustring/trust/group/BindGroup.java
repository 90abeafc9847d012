package dev.trustring.trust.group;

import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.Group;
import dev.trustring.trust.ledger.GroupType;
import java.util.List;

/**
 * The peer-to-peer group that DeviceManager makes for a bind of version 1 (trust-and-softbus §1.2,
 * §2.10). Its name follows from the bind, so that both ends have the same.
 */
public final class BindGroup {
  private BindGroup() {}

  /** The group as it is before the peer is in it. */
  public static Group of(String name, Udid self) {
    GroupPlan plan =
        new GroupPlan(
            GroupType.PEER_TO_PEER.number(),
            name,
            "",
            "",
            Group.PUBLIC,
            0,
            GroupPlan.DEFAULT_EXPIRE_DAYS);
    return new Group(
        plan.id(Group.DEVICE_MANAGER),
        GroupType.PEER_TO_PEER,
        name,
        List.of(),
        Group.PUBLIC,
        0,
        (int) GroupPlan.DEFAULT_EXPIRE_DAYS,
        List.of(Group.DEVICE_MANAGER),
        List.of(),
        List.of(self));
  }

  /** What HiChain tells its listeners of a new member. */
  public static TrustEffect bound(Group group, Udid peer) {
    return new TrustEffect.GroupNews(Groups.BOUND, group.id(), peer);
  }
}
