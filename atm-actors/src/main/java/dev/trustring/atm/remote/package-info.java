/** Tokens of apps of other devices, and how they are kept in step (access-token §5). */
@NullMarked
package dev.trustring.atm.remote;

import org.jspecify.annotations.NullMarked;
