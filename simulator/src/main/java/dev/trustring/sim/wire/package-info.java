/**
 * Akka on real connections and real time: the shared threads, the settings, the faults and the
 * certificates of ActorSystems that talk over Artery TCP.
 */
@NullMarked
package dev.trustring.sim.wire;

import org.jspecify.annotations.NullMarked;
