/** What one app holds of one permission, and the rule by which that changes. */
@NullMarked
package dev.trustring.atm.grant;

import org.jspecify.annotations.NullMarked;
