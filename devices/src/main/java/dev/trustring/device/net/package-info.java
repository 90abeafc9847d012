/** The soft bus of a device: bearers, frames, sessions and what nodes tell of themselves. */
@NullMarked
package dev.trustring.device.net;

import org.jspecify.annotations.NullMarked;
