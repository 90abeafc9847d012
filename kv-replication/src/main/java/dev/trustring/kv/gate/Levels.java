package dev.trustring.kv.gate;

import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import java.util.List;
import java.util.Optional;

/** The rule on labels and levels, the same on both ends (kv-store §5.1). */
final class Levels {

  private Levels() {}

  /** The same of a peer, whose level may be still on its way (trust-and-softbus §4.5). */
  static Verdict check(Optional<StoreRecord> store, PeerView peer) {
    Verdict verdict = check(store, peer.peer(), peer.level());
    if (!peer.levelComing() || verdict.stop().isEmpty()) {
      return verdict;
    }
    FactKey about = FactKey.level(peer.peer());
    return Verdict.deny(
        DenyReason.LEVEL_TOO_LOW,
        List.of(
            Evidence.that(
                peer.peer() + " states no level, is asked for it and has not proven one yet",
                about)));
  }

  static Verdict check(
      Optional<StoreRecord> store, DeviceName device, Optional<DeviceLevel> level) {
    if (store.isEmpty()) {
      return Verdict.skipped("no store, no label");
    }
    SecurityLabel label = store.get().label();
    DeviceLevel counted = level.orElse(DeviceLevel.SL1);
    FactKey about = FactKey.level(device);
    boolean holds = label.dataLevel() <= counted.highestDataLevel();
    if (holds) {
      return Verdict.pass(label + " may rest on " + device + " (" + shown(level) + ")", about);
    }
    if (level.isEmpty()) {
      return new Verdict.Unknown(
          about,
          "an unknown level counts as SL1",
          Optional.of(DenyReason.LEVEL_TOO_LOW),
          List.of(Evidence.that("nobody stated the level of " + device, about)));
    }
    return Verdict.deny(
        DenyReason.LEVEL_TOO_LOW,
        List.of(
            Evidence.that(label + " needs " + needed(label) + " or above"),
            Evidence.that(device + " is " + counted, about)));
  }

  /** The article's rule in the same place: hardware instead of a level. */
  static Verdict checkTee(Optional<StoreRecord> store, DeviceName device, Optional<Boolean> tee) {
    if (store.isEmpty()) {
      return Verdict.skipped("no store, no label");
    }
    SecurityLabel label = store.get().label();
    if (label.dataLevel() < SecurityLabel.S3.dataLevel()) {
      return Verdict.pass(label + " needs no trusted execution environment");
    }
    FactKey about = FactKey.tee(device);
    if (tee.isEmpty()) {
      return new Verdict.Unknown(
          about,
          "a device of which nobody said so has none",
          Optional.of(DenyReason.NO_TEE),
          List.of(Evidence.that("nobody said whether " + device + " has a TEE", about)));
    }
    if (tee.get()) {
      return Verdict.pass(device + " has a trusted execution environment", about);
    }
    return Verdict.deny(
        DenyReason.NO_TEE,
        List.of(Evidence.that(device + " has no trusted execution environment", about)));
  }

  /** The lowest level that may hold data of the label. */
  static DeviceLevel needed(SecurityLabel label) {
    for (DeviceLevel level : DeviceLevel.values()) {
      if (label.dataLevel() <= level.highestDataLevel()) {
        return level;
      }
    }
    throw new IllegalStateException("no level holds " + label);
  }

  private static String shown(Optional<DeviceLevel> level) {
    return level.map(Enum::name).orElse("level not stated, counts as SL1");
  }
}
