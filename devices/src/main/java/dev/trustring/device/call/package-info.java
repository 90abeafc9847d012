/**
 * The platform's API as data: every call under its real name, with typed parameters, results and
 * codes.
 */
@NullMarked
package dev.trustring.device.call;

import org.jspecify.annotations.NullMarked;
