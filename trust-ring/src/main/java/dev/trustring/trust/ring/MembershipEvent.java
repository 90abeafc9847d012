package dev.trustring.trust.ring;

import dev.trustring.trust.identity.DeviceIdentity;

/**
 * What a device hears about a peer in one of its rings, and for what reason; {@link RingMembership}
 * says when.
 */
public sealed interface MembershipEvent {
  RingId ring();

  DeviceIdentity peer();

  /** What became of the peer, in one word. */
  String word();

  /** Why, in a form that reports print. */
  String reason();

  /** The peer is a member from now on; it need not be in reach. */
  record Joined(RingId ring, DeviceIdentity peer) implements MembershipEvent {
    @Override
    public String word() {
      return "joined";
    }

    @Override
    public String reason() {
      return "this device lists it, and it has not said that it does not list this device";
    }
  }

  /** The peer can be reached: both list each other. */
  record Online(RingId ring, DeviceIdentity peer) implements MembershipEvent {
    @Override
    public String word() {
      return "online";
    }

    @Override
    public String reason() {
      return "it is in reach, and both list each other";
    }
  }

  /** The peer is still a member and cannot be reached. */
  record Unreachable(RingId ring, DeviceIdentity peer, AwayReason away) implements MembershipEvent {
    @Override
    public String word() {
      return "unreachable";
    }

    @Override
    public String reason() {
      return away.text();
    }
  }

  /** The peer has gone: it no longer lists this device. */
  record Left(RingId ring, DeviceIdentity peer) implements MembershipEvent {
    @Override
    public String word() {
      return "left";
    }

    @Override
    public String reason() {
      return "it no longer lists this device";
    }
  }

  /** The peer was put out: this device no longer lists it. */
  record Removed(RingId ring, DeviceIdentity peer) implements MembershipEvent {
    @Override
    public String word() {
      return "removed";
    }

    @Override
    public String reason() {
      return "this device no longer lists it";
    }
  }
}
