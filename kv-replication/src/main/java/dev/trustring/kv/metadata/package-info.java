/** What devices tell each other about their stores before any data may move. */
@NullMarked
package dev.trustring.kv.metadata;

import org.jspecify.annotations.NullMarked;
