package dev.trustring.trust.access;

import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;

/**
 * A key shared with a peer, without the key: a first bond makes one for data and one for the link,
 * later bonds reuse them (trust-and-softbus §1.3).
 */
public record Credential(
    Udid peer, OsAccountId localUser, CredentialScope scope, CredentialType type) {}
