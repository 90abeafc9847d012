/** The faults that can strike a world, one class each. */
@NullMarked
package dev.trustring.sim.fault;

import org.jspecify.annotations.NullMarked;
