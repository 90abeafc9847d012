/** What access rows go through besides binds: given up, told of by peers, timed out. */
@NullMarked
package dev.trustring.trust.relation;

import org.jspecify.annotations.NullMarked;
