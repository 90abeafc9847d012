/**
 * Makes Akka's own calls for time, chance and threads ask the run loop: a Java agent that rewrites
 * them while Akka's classes load, and what the rewritten calls reach.
 */
@NullMarked
package dev.trustring.sim.instrument;

import org.jspecify.annotations.NullMarked;
