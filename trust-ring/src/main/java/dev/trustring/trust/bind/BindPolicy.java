package dev.trustring.trust.bind;

import dev.trustring.trust.identity.PkgName;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What services have told this device about binds that others want with it. The platform stores
 * both; here they are told again after a start, like by a service that starts (our choice).
 *
 * @param uncounted the system services whose local service entry says that their failed binds
 *     freeze nobody (trust-and-softbus §2.8)
 * @param quiet the business ids whose event says that nobody wants to be disturbed (§2.5)
 */
public record BindPolicy(List<PkgName> uncounted, SortedSet<String> quiet) {
  public static final BindPolicy NONE = new BindPolicy(List.of(), new TreeSet<>());

  /**
   * Whose entries may say so. The list of the platform has one process, which no story has; the
   * processes of the system go by this name here (our choice).
   */
  private static final List<PkgName> WHITE_LIST = List.of(new PkgName("settings"));

  public BindPolicy {
    uncounted = List.copyOf(uncounted);
    quiet = Collections.unmodifiableSortedSet(new TreeSet<>(quiet));
  }

  /** A service has registered its entry, which replaces an earlier one. */
  public BindPolicy withEntry(PkgName service, boolean counted) {
    Stream<PkgName> others = uncounted.stream().filter(known -> !known.equals(service));
    return new BindPolicy(
        Stream.concat(others, counted ? Stream.empty() : Stream.of(service)).toList(), quiet);
  }

  /** A service has set the event of a business. */
  public BindPolicy withEvent(String business, boolean antiDisturb) {
    SortedSet<String> changed = new TreeSet<>(quiet);
    if (antiDisturb) {
      changed.add(business);
    } else {
      changed.remove(business);
    }
    return new BindPolicy(uncounted, changed);
  }

  /** Whether nobody wants to be disturbed by binds for that business. */
  boolean isQuiet(String business) {
    return quiet.contains(business);
  }

  /** Whether binds of that app that fail for wrong PINs count towards a freeze. */
  boolean counts(PkgName pkg) {
    return !WHITE_LIST.contains(pkg) || !uncounted.contains(pkg);
  }
}
