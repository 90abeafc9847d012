package dev.trustring.device;

import dev.trustring.trust.identity.NetworkId;
import dev.trustring.trust.identity.Udid;
import java.time.Duration;
import java.time.Instant;

/**
 * The networkId that a device has made for itself: new at boot, and rotated while no other device
 * is online (trust-and-softbus §5.4). A check makes a new one when the old one has outlived its
 * time; that the end of the last peer is a check too is our choice (unverified).
 *
 * @param rotation how often it was rotated since boot
 * @param made when this one was made
 * @param checked when it was last checked
 */
record OwnNetworkId(Udid udid, int boot, int rotation, Instant made, Instant checked) {

  /** How often a timer has it checked. */
  static final Duration EVERY = Duration.ofHours(24);

  /** How long one is used. */
  static final Duration TIME_TO_LIVE = Duration.ofDays(7);

  /** The least time between two checks. */
  static final Duration BETWEEN_CHECKS = Duration.ofMinutes(5);

  static OwnNetworkId atBoot(Udid udid, int boot, Instant now) {
    return new OwnNetworkId(udid, boot, 0, now, now);
  }

  NetworkId id() {
    return NetworkId.of(udid, boot, rotation);
  }

  /**
   * After a check, or unchanged when it is not time for one.
   *
   * @param alone whether no other device is online
   */
  OwnNetworkId check(Instant now, boolean alone) {
    if (!alone || now.isBefore(checked.plus(BETWEEN_CHECKS))) {
      return this;
    }
    return now.isBefore(made.plus(TIME_TO_LIVE))
        ? new OwnNetworkId(udid, boot, rotation, made, now)
        : renewed(now);
  }

  /** Another one. */
  OwnNetworkId renewed(Instant now) {
    return new OwnNetworkId(udid, boot, rotation + 1, now, now);
  }
}
