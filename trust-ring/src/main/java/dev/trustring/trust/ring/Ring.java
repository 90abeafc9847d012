package dev.trustring.trust.ring;

import dev.trustring.trust.identity.DeviceName;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A ring as one device knows it: itself and the peers its own rows name. Another member may know
 * others, or may not count this device in.
 */
public record Ring(RingId id, RingKind kind, SortedSet<DeviceName> members) {
  public Ring {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
  }

  static Ring of(RingId id, RingKind kind, Collection<DeviceName> members) {
    return new Ring(id, kind, new TreeSet<>(members));
  }
}
