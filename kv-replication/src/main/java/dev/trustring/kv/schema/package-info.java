/** Schemas of stores: the tree of fields, how two schemas compare, and what a value must hold. */
@NullMarked
package dev.trustring.kv.schema;

import org.jspecify.annotations.NullMarked;
