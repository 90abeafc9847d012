/** Makes the one decision record of an attempt out of what both ends and the link knew. */
@NullMarked
package dev.trustring.kv.judge;

import org.jspecify.annotations.NullMarked;
