/** Campaigns: many drawn runs of one story, their verdicts, and the smallest case that fails. */
@NullMarked
package dev.trustring.sim.campaign;

import org.jspecify.annotations.NullMarked;
