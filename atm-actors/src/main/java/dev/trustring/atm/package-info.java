/** The AccessTokenManager of one device: what may be asked of it, how it decides, and its actor. */
@NullMarked
package dev.trustring.atm;

import org.jspecify.annotations.NullMarked;
