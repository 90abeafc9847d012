/** Numbers about a running world, for Prometheus. */
@NullMarked
package dev.trustring.sim.metrics;

import org.jspecify.annotations.NullMarked;
