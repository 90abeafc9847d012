package dev.trustring.device.nearby;

import dev.trustring.trust.identity.DeviceName;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What calls have to know of the DeviceManager before they reach it.
 *
 * @param released who gave its DeviceManager back; a package that never made one is taken to have
 *     one (our choice, for scenarios that do without)
 * @param searched who has discovered so far
 * @param found which devices were discovered
 * @param serving whether the service behind the DeviceManager lives
 * @param names what devices are called that were given another name
 * @param announcers the packages that publish something or look for something at the soft bus
 */
public record Desk(
    Set<Client> released,
    Set<Client> searched,
    Set<DeviceName> found,
    boolean serving,
    Map<DeviceName, String> names,
    Set<String> announcers) {

  /** Before anybody has called. */
  public static final Desk NEW = new Desk(Set.of(), Set.of(), Set.of(), true, Map.of(), Set.of());

  public Desk {
    released = copy(released);
    searched = copy(searched);
    found = copy(found);
    names = new TreeMap<>(names);
    announcers = copy(announcers);
  }

  private static <T extends Comparable<T>> Set<T> copy(Collection<T> values) {
    return new TreeSet<>(values);
  }

  /** What a device is called. */
  public String nameOf(DeviceName device) {
    return names.getOrDefault(device, device.value());
  }

  public boolean hasReleased(Client client) {
    return released.contains(client);
  }

  /**
   * Whether the package may have an id of that device to bind with. The platform takes only ids
   * that were discovered (trust-and-softbus §2.5); a package that never discovers is taken to have
   * its ids from before the story (our choice).
   */
  public boolean knows(Client client, DeviceName device) {
    return found.contains(device) || !searched.contains(client);
  }
}
