/** Queries of apps: their predicates, what is wrong with one, and which entries it finds. */
@NullMarked
package dev.trustring.kv.query;

import org.jspecify.annotations.NullMarked;
