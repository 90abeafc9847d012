package dev.trustring.trust.wire;

/** The second round of a key exchange from one side, in which the PIN is; in hex. */
public record SecondRound(String a, ZeroKnowledge ofA) {}
