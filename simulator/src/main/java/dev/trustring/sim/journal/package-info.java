/**
 * The disks of a world and Akka Persistence on them: what a node wrote survives its actors and its
 * ActorSystem, what was on the way when the power went is lost.
 */
@NullMarked
package dev.trustring.sim.journal;

import org.jspecify.annotations.NullMarked;
