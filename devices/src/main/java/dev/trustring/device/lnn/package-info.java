/** How a device joins another to its network and leaves it (trust-and-softbus §5.3). */
@NullMarked
package dev.trustring.device.lnn;

import org.jspecify.annotations.NullMarked;
