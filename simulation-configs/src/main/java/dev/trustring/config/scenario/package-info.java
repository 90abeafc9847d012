/** A scenario as records: what a story's file says after it was read, checked and filled up. */
@NullMarked
package dev.trustring.config.scenario;

import org.jspecify.annotations.NullMarked;
