package dev.trustring.trust.wire;

/** Anything the trust of one device says to the trust of another. */
public sealed interface TrustMessage permits BindMessage, AccountMessage, RelationMessage {}
