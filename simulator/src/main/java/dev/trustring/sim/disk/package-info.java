/**
 * What a device of the real host keeps on disk: its folder, the database that holds its journal,
 * and the faults such a disk can have.
 */
@NullMarked
package dev.trustring.sim.disk;

import org.jspecify.annotations.NullMarked;
