/** The gates between a write on one device and the same entry on another, one class each. */
@NullMarked
package dev.trustring.kv.gate;

import org.jspecify.annotations.NullMarked;
