package dev.trustring.config.scenario;

import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;

/**
 * How one device is heard by another, in place of what their network does.
 *
 * @param latencyMin the least one-way delay of a frame
 * @param latencyMax the greatest one-way delay of a frame
 */
public record Link(
    DeviceName from, DeviceName to, Duration latencyMin, Duration latencyMax, LinkShape shape) {}
