/** The cryptography of a bond: proof of a PIN, long-term keys, and boxes under a session key. */
@NullMarked
package dev.trustring.trust.secret;

import org.jspecify.annotations.NullMarked;
