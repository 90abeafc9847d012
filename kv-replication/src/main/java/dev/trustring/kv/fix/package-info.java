/** The smallest changes that would turn an attempt's answer to yes, found by judging again. */
@NullMarked
package dev.trustring.kv.fix;

import org.jspecify.annotations.NullMarked;
