package dev.trustring.trust.wire;

/** A proof that the sender knows the number behind a point, without telling it; both in hex. */
public record ZeroKnowledge(String commitment, String response) {}
