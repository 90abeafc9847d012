/** One run of one scenario, from the file to its result. */
@NullMarked
package dev.trustring.sim.run;

import org.jspecify.annotations.NullMarked;
