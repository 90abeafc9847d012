/** Who calls the AccessTokenManager, and what that allows. */
@NullMarked
package dev.trustring.atm.caller;

import org.jspecify.annotations.NullMarked;
