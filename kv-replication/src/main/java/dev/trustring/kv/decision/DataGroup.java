package dev.trustring.kv.decision;

import java.util.List;
import java.util.Optional;

/**
 * How an app stands to the data group that its KVManager expects. Rule set article asks; the
 * platform's KVManager knows of no group (trust-and-softbus §9).
 *
 * <p>The article does not say whom a group belongs to when two certificates meet in it. Chosen: on
 * a device it belongs to the certificate of the first app that declares it and makes a manager for
 * it, until the device restarts.
 *
 * @param expected the group that was given to createKVManager; empty when none was
 * @param declared the groups that the app's app.json5 or its profile names
 * @param signing by whom the app is signed
 * @param owner by whom the first app of the group on this device is signed, if there is one
 */
public record DataGroup(
    Optional<String> expected, List<String> declared, String signing, Optional<String> owner) {

  /** No group is expected and none declared. */
  public static final DataGroup NONE =
      new DataGroup(Optional.empty(), List.of(), "", Optional.empty());

  public DataGroup {
    declared = List.copyOf(declared);
  }

  /** The expected group, if the app declares it. */
  public Optional<String> shared() {
    return expected.filter(declared::contains);
  }

  /** Why getKVStore throws; empty when the group is no hindrance. */
  public Optional<DenyReason> refusal() {
    if (expected.isPresent() && shared().isEmpty()) {
      return Optional.of(DenyReason.DATA_GROUP_MISMATCH);
    }
    return shared().flatMap(group -> owner).filter(first -> !first.equals(signing)).isPresent()
        ? Optional.of(DenyReason.DATA_GROUP_SIGNING)
        : Optional.empty();
  }

  public DataGroup ownedBy(String first) {
    return new DataGroup(expected, declared, signing, Optional.of(first));
  }

  /** As it would be if the app declared the group and shared the certificate of its owner. */
  public DataGroup mended(DenyReason hindrance) {
    return hindrance == DenyReason.DATA_GROUP_MISMATCH
        ? new DataGroup(expected, expected.stream().toList(), signing, owner)
        : new DataGroup(expected, declared, owner.orElse(signing), owner);
  }
}
