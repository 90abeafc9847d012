/** One distributed key-value store: options, labels, entries, the conflict rule and its actor. */
@NullMarked
package dev.trustring.kv.store;

import org.jspecify.annotations.NullMarked;
