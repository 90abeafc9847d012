/** The command line. */
@NullMarked
package dev.trustring.sim.cli;

import org.jspecify.annotations.NullMarked;
