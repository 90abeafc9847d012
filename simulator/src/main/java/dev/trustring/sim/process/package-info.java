/**
 * Devices in processes of their own: what their world and they say to each other, and both ends.
 */
@NullMarked
package dev.trustring.sim.process;

import org.jspecify.annotations.NullMarked;
