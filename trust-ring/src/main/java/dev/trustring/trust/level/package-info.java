/**
 * The security level of a device: how others learn and check it, and the data level that follows.
 */
@NullMarked
package dev.trustring.trust.level;

import org.jspecify.annotations.NullMarked;
