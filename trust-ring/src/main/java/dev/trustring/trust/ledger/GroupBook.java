package dev.trustring.trust.ledger;

import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The groups of each user of a device, in the order in which they were made. */
public record GroupBook(SortedMap<OsAccountId, List<Group>> byUser) {
  static final GroupBook EMPTY = new GroupBook(new TreeMap<>());

  public GroupBook {
    TreeMap<OsAccountId, List<Group>> copy = new TreeMap<>();
    byUser.forEach((user, groups) -> copy.put(user, List.copyOf(groups)));
    byUser = Collections.unmodifiableSortedMap(copy);
  }

  public List<Group> of(OsAccountId user) {
    return byUser.getOrDefault(user, List.of());
  }

  public Optional<Group> find(OsAccountId user, String id) {
    return of(user).stream().filter(group -> group.id().equals(id)).findFirst();
  }

  /** Whether a user shares a peer-to-peer group with a device. */
  public boolean hasPeerToPeer(OsAccountId user, Udid peer) {
    return of(user).stream()
        .anyMatch(
            group -> group.type() == GroupType.PEER_TO_PEER && group.members().contains(peer));
  }

  GroupBook with(OsAccountId user, Group group) {
    List<Group> changed = new ArrayList<>(of(user));
    int place = changed.stream().map(Group::id).toList().indexOf(group.id());
    if (place < 0) {
      changed.add(group);
    } else {
      changed.set(place, group);
    }
    return replaced(user, changed);
  }

  GroupBook without(OsAccountId user, String id) {
    return replaced(user, of(user).stream().filter(group -> !group.id().equals(id)).toList());
  }

  GroupBook without(OsAccountId user) {
    return replaced(user, List.of());
  }

  private GroupBook replaced(OsAccountId user, List<Group> groups) {
    TreeMap<OsAccountId, List<Group>> changed = new TreeMap<>(byUser);
    if (groups.isEmpty()) {
      changed.remove(user);
    } else {
      changed.put(user, groups);
    }
    return new GroupBook(changed);
  }
}
