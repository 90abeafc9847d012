/** Reports that a browser opens from disk, and what they are made of: a run in columns. */
@NullMarked
package dev.trustring.sim.page;

import org.jspecify.annotations.NullMarked;
