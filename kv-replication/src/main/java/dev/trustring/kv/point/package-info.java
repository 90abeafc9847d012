/**
 * Places in the code where a campaign may have it take the rarer of two ways that are both right.
 */
@NullMarked
package dev.trustring.kv.point;

import org.jspecify.annotations.NullMarked;
