/** Ring membership computed from stored trust and reach, for hosts without clusters. */
@NullMarked
package dev.trustring.sim.ring;

import org.jspecify.annotations.NullMarked;
