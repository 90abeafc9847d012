/** Work that a trust decision asks of the device around it. */
@NullMarked
package dev.trustring.trust.effect;

import org.jspecify.annotations.NullMarked;
