/** Explanations of gates, reasons and platform numbers, offline. */
@NullMarked
package dev.trustring.sim.explain;

import org.jspecify.annotations.NullMarked;
