package dev.trustring.trust.group;

import dev.trustring.trust.identity.Udid;
import java.util.List;
import java.util.stream.Stream;

/** What an app id asks of the groups of a user. */
public sealed interface GroupCall {

  /** Whether the call changes anything, which asks for more. */
  default boolean changes() {
    return true;
  }

  /**
   * A new group.
   *
   * @param appId the app that will own it
   * @param managers the apps that may change it, too
   * @param friends the apps that may read it, and do nothing else
   */
  record Create(String appId, GroupPlan plan, List<String> managers, List<String> friends)
      implements GroupCall {
    public Create {
      managers = List.copyOf(managers);
      friends = List.copyOf(friends);
    }

    /** A group that its owner shares with no other app. */
    public Create(String appId, GroupPlan plan) {
      this(appId, plan, List.of(), List.of());
    }

    boolean isLegal() {
      return plan.isLegal(appId)
          && Stream.of(managers, friends).flatMap(List::stream).allMatch(GroupPlan::fits);
    }

    /** The apps that may change it, its owner first. */
    List<String> allManagers() {
      return Stream.concat(Stream.of(appId), managers.stream()).distinct().toList();
    }
  }

  /** The owner gives a group up. */
  record Disband(String appId, String group) implements GroupCall {}

  /** Devices become members: one that was authenticated, or all of the cloud's list. */
  record Add(String appId, String group, List<Udid> devices) implements GroupCall {
    public Add {
      devices = List.copyOf(devices);
    }
  }

  /**
   * A device is no member any more.
   *
   * @param forced whether the call says both to delete by force and to use no channel
   */
  record Remove(String appId, String group, Udid device, boolean forced) implements GroupCall {}

  /** One group. */
  record Find(String appId, String group) implements GroupCall {
    @Override
    public boolean changes() {
      return false;
    }
  }

  /** The groups that an app may read. */
  record Joined(String appId) implements GroupCall {
    @Override
    public boolean changes() {
      return false;
    }
  }
}
