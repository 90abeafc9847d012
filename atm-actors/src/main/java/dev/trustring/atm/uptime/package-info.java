/** What the AccessTokenManager knows only as long as its device runs. */
@NullMarked
package dev.trustring.atm.uptime;

import org.jspecify.annotations.NullMarked;
