package dev.trustring.trust.wire;

/**
 * What two ends still have to do to be bound, by what both hold already (trust-and-softbus §2.6).
 */
public enum BindNeed {
  /** A PIN, keys and rows. */
  PIN,
  /** The credentials are there and are proven instead of a PIN; the rows are written anew. */
  CREDENTIAL,
  /** Both hold everything. */
  NOTHING
}
