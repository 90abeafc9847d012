/** HiChain groups: who may make, change and read them, and who hears of it. */
@NullMarked
package dev.trustring.trust.group;

import org.jspecify.annotations.NullMarked;
