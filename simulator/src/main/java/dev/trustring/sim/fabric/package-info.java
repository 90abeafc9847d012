/**
 * Akka's remoting on the run loop: a transport below the real cluster that hands real bytes over a
 * simulated medium, with delays, cuts and crashes.
 */
@NullMarked
package dev.trustring.sim.fabric;

import org.jspecify.annotations.NullMarked;
