/** What two devices tell each other to make and to end trust. */
@NullMarked
package dev.trustring.trust.wire;

import org.jspecify.annotations.NullMarked;
