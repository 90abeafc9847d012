/** Rings of devices that trust each other, and the port through which membership is made. */
@NullMarked
package dev.trustring.trust.ring;

import org.jspecify.annotations.NullMarked;
