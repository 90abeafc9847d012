/** The three error vocabularies of the store and the ways from one to the next. */
@NullMarked
package dev.trustring.kv.status;

import org.jspecify.annotations.NullMarked;
