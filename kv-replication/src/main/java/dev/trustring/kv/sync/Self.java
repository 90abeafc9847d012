package dev.trustring.kv.sync;

import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.PacketLimits;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import java.util.Optional;

/**
 * The device on which a data service runs.
 *
 * @param packets how much its soft bus carries at a time
 */
public record Self(
    DeviceName name,
    int boot,
    RuleSet rules,
    Optional<DeviceLevel> level,
    Optional<Boolean> tee,
    PacketLimits packets) {}
