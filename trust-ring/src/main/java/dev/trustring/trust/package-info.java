/** Trust of one device: the rules joined into one core, and the actor that persists them. */
@NullMarked
package dev.trustring.trust;

import org.jspecify.annotations.NullMarked;
