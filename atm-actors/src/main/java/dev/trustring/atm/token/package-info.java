/** Apps as the AccessTokenManager knows them: their names, their token ids and their tokens. */
@NullMarked
package dev.trustring.atm.token;

import org.jspecify.annotations.NullMarked;
