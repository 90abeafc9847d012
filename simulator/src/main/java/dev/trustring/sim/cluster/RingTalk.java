package dev.trustring.sim.cluster;

import dev.trustring.trust.identity.DeviceName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the endpoints of one ring say to each other inside their cluster. */
public sealed interface RingTalk extends RingEndpointActor.Message {

  /**
   * Whom a device lists in this ring.
   *
   * @param revision counts the changes, so that an old word cannot undo a new one
   */
  record Lists(DeviceName device, SortedSet<DeviceName> members, long revision)
      implements RingTalk {
    public Lists {
      members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }
  }

  /** A device has heard that. */
  record Heard(DeviceName device, long revision) implements RingTalk {}
}
