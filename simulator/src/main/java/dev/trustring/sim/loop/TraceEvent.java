package dev.trustring.sim.loop;

/** One line of a run's trace. */
public record TraceEvent(long virtualNanos, String kind, String subject, String detail) {}
