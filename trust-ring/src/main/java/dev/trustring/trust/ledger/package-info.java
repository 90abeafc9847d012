/** What a device durably knows about its accounts and its trust, and the facts that change it. */
@NullMarked
package dev.trustring.trust.ledger;

import org.jspecify.annotations.NullMarked;
