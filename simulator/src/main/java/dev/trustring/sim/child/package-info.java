/** Other processes of this same program: how one is started, the pipes to it, and how it ends. */
@NullMarked
package dev.trustring.sim.child;

import org.jspecify.annotations.NullMarked;
