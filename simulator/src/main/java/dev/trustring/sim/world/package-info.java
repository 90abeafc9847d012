/**
 * A world of devices on one run loop: hosts, the story's calls, the log, and the recorder of
 * decisions.
 */
@NullMarked
package dev.trustring.sim.world;

import org.jspecify.annotations.NullMarked;
