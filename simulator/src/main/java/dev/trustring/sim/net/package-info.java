/** The air between devices: who can reach whom over what, how long it takes, and what is lost. */
@NullMarked
package dev.trustring.sim.net;

import org.jspecify.annotations.NullMarked;
