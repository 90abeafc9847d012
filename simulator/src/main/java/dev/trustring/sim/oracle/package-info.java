/** What must hold in a run: invariants, expectations, and the verdict made of them. */
@NullMarked
package dev.trustring.sim.oracle;

import org.jspecify.annotations.NullMarked;
