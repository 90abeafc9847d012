package dev.trustring.sim.world;

import dev.trustring.atm.Atm;
import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the watchers of a world what a disk keeps although the device was not told. The device
 * finds it when it starts again, and says nothing of what it reads then.
 */
public record Untold(World world, DeviceName device) {

  private static final Pattern STORE = Pattern.compile("[^/]+/kv/([^/]+)/([0-9]+)/([^/]+)");

  /**
   * The event is on the disk.
   *
   * @param all that is there under that id, in order
   */
  public void stored(String persistenceId, Object event, List<Object> all) {
    if (event instanceof TrustEvent trust) {
      world.happened(new Happening.TrustStored(device, trust));
    } else if (event instanceof Atm.Event permission) {
      world.happened(new Happening.PermissionStored(device, permission));
    } else if (event instanceof KvStore.Event change) {
      world.happened(
          new Happening.StoreChanged(device, key(persistenceId), change, after(change, all)));
    }
  }

  private static StoreKey key(String persistenceId) {
    Matcher found = STORE.matcher(persistenceId);
    if (!found.matches()) {
      throw new IllegalStateException("no store is called " + persistenceId);
    }
    return new StoreKey(
        new BundleName(found.group(1)),
        new OsAccountId(Integer.parseInt(found.group(2))),
        new StoreId(found.group(3)));
  }

  private static StoreState after(KvStore.Event event, List<Object> all) {
    StoreState state = StoreState.ABSENT;
    for (Object one : all.subList(0, all.lastIndexOf(event) + 1)) {
      state = ((KvStore.Event) one).appliedTo(state);
    }
    return state;
  }
}
