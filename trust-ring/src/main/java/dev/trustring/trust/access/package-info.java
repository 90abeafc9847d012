/** Access rows (who may talk to whom, for which app) and the checks that read them. */
@NullMarked
package dev.trustring.trust.access;

import org.jspecify.annotations.NullMarked;
