package dev.trustring.trust.ring;

import dev.trustring.trust.identity.DeviceIdentity;
import java.util.List;

/**
 * The port through which the rings a device has stored become rings it is a member of. A host may
 * compute membership over its simulated soft bus or let a cluster work it out; rules and gates
 * cannot tell which. What a device hears back are {@link MembershipEvent}s, delivered as messages
 * to the device, never as a call from another thread.
 *
 * <p>The contract of every form:
 *
 * <ul>
 *   <li>A device is told to be a member of exactly the rings of its last call; the first call comes
 *       when it has recovered, and one more after each change.
 *   <li>Two devices are members of one ring for each other only while both list each other under
 *       the same {@link RingId}. A row on one side alone makes nobody a member.
 *   <li>{@code Joined} is heard of each member first, in reach or not; again after a restart.
 *   <li>{@code Online} is heard by both when that holds and they can reach each other. It is heard
 *       again after each {@code Unreachable} that heals.
 *   <li>Loss of reach (partition, radio off, crash) is {@code Unreachable} and never ends a bond:
 *       whoever is trusted stays trusted, and nobody is removed for being away.
 *   <li>{@code Removed} is heard when this device no longer lists the peer, {@code Left} when it is
 *       the peer that no longer lists this device. They are the only ways out of a ring, and always
 *       come from a change of stored trust.
 *   <li>The events of one ring and peer arrive in the order in which they happened. A device hears
 *       nothing about itself.
 * </ul>
 */
public interface RingMembership {

  /** A device tells which rings its stored trust puts it in: all of them, in order. */
  void ringsChanged(DeviceIdentity self, List<Ring> rings);
}
