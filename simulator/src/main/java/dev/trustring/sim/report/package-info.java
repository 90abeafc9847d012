/** Pages of text, and what a run came to as text and as JSON. */
@NullMarked
package dev.trustring.sim.report;

import org.jspecify.annotations.NullMarked;
