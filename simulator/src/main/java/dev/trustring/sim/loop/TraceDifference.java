package dev.trustring.sim.loop;

import java.util.Optional;

/** The first place where two traces part; an empty side has ended. */
public record TraceDifference(long index, Optional<TraceEvent> left, Optional<TraceEvent> right) {}
