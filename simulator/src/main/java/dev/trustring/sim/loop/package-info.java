/**
 * The single-threaded run loop of a world: virtual time, seeded choice, Akka's dispatchers and
 * timers on it, the power switch of each device, and the hash of a run.
 */
@NullMarked
package dev.trustring.sim.loop;

import org.jspecify.annotations.NullMarked;
