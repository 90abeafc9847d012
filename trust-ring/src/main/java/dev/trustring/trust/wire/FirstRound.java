package dev.trustring.trust.wire;

/** The first round of a key exchange from one side: two points and the proofs of both, in hex. */
public record FirstRound(String gx1, String gx2, ZeroKnowledge of1, ZeroKnowledge of2) {}
