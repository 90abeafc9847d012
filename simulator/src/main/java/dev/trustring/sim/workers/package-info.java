/**
 * A campaign spread over several JVMs, which form an Akka Cluster: who plays which runs, what both
 * ends say, and the processes.
 */
@NullMarked
package dev.trustring.sim.workers;

import org.jspecify.annotations.NullMarked;
