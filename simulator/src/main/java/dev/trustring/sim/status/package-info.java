/** What running devices leave in their folders about themselves, for whoever asks from outside. */
@NullMarked
package dev.trustring.sim.status;

import org.jspecify.annotations.NullMarked;
