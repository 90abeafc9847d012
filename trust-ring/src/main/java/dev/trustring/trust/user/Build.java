package dev.trustring.trust.user;

/**
 * What the build of a system does otherwise with its users. That a PC is the one with several
 * account spaces is our choice (unverified).
 */
public enum Build {
  ORDINARY,
  /** A stop of a user is told to peers (trust-and-softbus §1.5). */
  PC;

  public boolean hasSpaces() {
    return this == PC;
  }
}
