/** What the AccessTokenManager refuses and why: its reasons and the platform's error numbers. */
@NullMarked
package dev.trustring.atm.refusal;

import org.jspecify.annotations.NullMarked;
