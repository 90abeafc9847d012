package dev.trustring.sim.world;

import java.util.OptionalInt;

/**
 * A device that runs for real, as its host sees it.
 *
 * @param process the operating system's number of its process
 * @param address host and port where it takes frames; empty before it is ready
 * @param writesUnderWay writes on their way to its disk; empty where only its own process knows
 */
public record OnWire(long process, String address, OptionalInt writesUnderWay) {}
