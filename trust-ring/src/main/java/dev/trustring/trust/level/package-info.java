/** The security level of a device and the data level that follows from it. */
@NullMarked
package dev.trustring.trust.level;

import org.jspecify.annotations.NullMarked;
