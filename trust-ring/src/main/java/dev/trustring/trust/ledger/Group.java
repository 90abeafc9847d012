package dev.trustring.trust.ledger;

import dev.trustring.trust.identity.Udid;
import java.util.ArrayList;
import java.util.List;

/**
 * A HiChain group as one user of a device stores it (trust-and-softbus §1.2).
 *
 * @param name empty where the type has no name
 * @param accounts the account that an identical-account group is of, or the two of an
 *     across-account group, the local one first
 * @param visibility -1 public, 0 private
 * @param expireDays stored and told, and nothing follows from it
 * @param managers the apps that may change it; the first of them owns it
 * @param members its devices, this one included
 */
public record Group(
    String id,
    GroupType type,
    String name,
    List<String> accounts,
    int visibility,
    int userType,
    int expireDays,
    List<String> managers,
    List<String> friends,
    List<Udid> members) {
  public static final int PUBLIC = -1;

  /** The app id under which DeviceManager owns the groups of its binds. */
  public static final String DEVICE_MANAGER = "ohos.distributedhardware.devicemanager";

  public Group {
    accounts = List.copyOf(accounts);
    managers = List.copyOf(managers);
    friends = List.copyOf(friends);
    members = List.copyOf(members);
  }

  public String owner() {
    return managers.get(0);
  }

  public boolean isOfDeviceManager() {
    return owner().equals(DEVICE_MANAGER);
  }

  public boolean isReadableBy(String appId) {
    return visibility == PUBLIC || managers.contains(appId) || friends.contains(appId);
  }

  /** A member that is there already takes the place of itself. */
  public Group with(Udid member) {
    List<Udid> changed = new ArrayList<>(without(member).members);
    changed.add(member);
    return of(changed);
  }

  public Group without(Udid member) {
    return of(members.stream().filter(other -> !other.equals(member)).toList());
  }

  private Group of(List<Udid> changed) {
    return new Group(
        id, type, name, accounts, visibility, userType, expireDays, managers, friends, changed);
  }
}
