package dev.trustring.trust.account;

import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;

/** A hello that waits for its answer; it lives in memory only. */
public record AccountAuth(Udid peer, OsAccountId user, AccountId account) {}
