/** A run's result as text and as JSON. */
@NullMarked
package dev.trustring.sim.report;

import org.jspecify.annotations.NullMarked;
