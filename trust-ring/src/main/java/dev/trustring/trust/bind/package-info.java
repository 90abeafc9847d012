/** The PIN bond: both ends of the dialogue that turns two strangers into bound devices. */
@NullMarked
package dev.trustring.trust.bind;

import org.jspecify.annotations.NullMarked;
