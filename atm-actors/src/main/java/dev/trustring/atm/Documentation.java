package dev.trustring.atm;

/** Which description of the platform counts where the two differ. */
public enum Documentation {
  /** The platform as its sources behave. */
  SOURCES,
  /** The platform as the reference of its system API tells. */
  REFERENCE
}
