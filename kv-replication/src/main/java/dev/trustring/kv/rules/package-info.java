/**
 * The named rule sets: the platform as its sources behave, and the model as the article teaches it.
 */
@NullMarked
package dev.trustring.kv.rules;

import org.jspecify.annotations.NullMarked;
