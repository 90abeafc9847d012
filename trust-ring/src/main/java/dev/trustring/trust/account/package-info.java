/** HUAWEI ID login and logout, and the authentication of two devices of one account. */
@NullMarked
package dev.trustring.trust.account;

import org.jspecify.annotations.NullMarked;
