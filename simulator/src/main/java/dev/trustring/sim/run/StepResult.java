package dev.trustring.sim.run;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.kv.decision.Origin;
import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;

/**
 * What became of one platform call of the story.
 *
 * @param storyNanos when it was made
 * @param outcome what it gave back; empty when it never answered
 */
public record StepResult(
    int step,
    long storyNanos,
    DeviceName device,
    String caller,
    String call,
    Optional<CallOutcome> outcome,
    Origin origin) {}
