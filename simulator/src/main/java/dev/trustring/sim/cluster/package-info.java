/**
 * Trust rings as Akka Clusters: one endpoint for each device and ring, how endpoints find and join
 * each other, and how the members of a cluster become the members that devices hear of.
 */
@NullMarked
package dev.trustring.sim.cluster;

import org.jspecify.annotations.NullMarked;
