/**
 * Decision records: what every gate said of one attempt to move data, why, and what the app saw.
 */
@NullMarked
package dev.trustring.kv.decision;

import org.jspecify.annotations.NullMarked;
