package dev.trustring.trust.ring;

import dev.trustring.trust.identity.DeviceIdentity;

/** What a device hears about a peer in one of its rings; {@link RingMembership} says when. */
public sealed interface MembershipEvent {
  RingId ring();

  DeviceIdentity peer();

  /** Both list each other, and the peer can be reached. */
  record Online(RingId ring, DeviceIdentity peer) implements MembershipEvent {}

  /** The peer is still a member and cannot be reached. */
  record Unreachable(RingId ring, DeviceIdentity peer) implements MembershipEvent {}

  /** The peer is no longer a member, since one side has ended the trust. */
  record Left(RingId ring, DeviceIdentity peer) implements MembershipEvent {}
}
