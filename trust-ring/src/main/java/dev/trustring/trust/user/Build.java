package dev.trustring.trust.user;

/**
 * What the build of a system does otherwise with its users and boxes. That a PC is the one with
 * several account spaces is our choice (unverified).
 */
public enum Build {
  ORDINARY,
  /** Its confirm box ends the screen saver and asks for no lock (trust-and-softbus §2.5). */
  TV,
  /** A stop of a user is told to peers (trust-and-softbus §1.5). */
  PC;

  public boolean hasSpaces() {
    return this == PC;
  }

  /** Whether no confirm box opens on a locked screen. */
  public boolean boxTestsLock() {
    return this != TV;
  }
}
