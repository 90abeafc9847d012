package dev.trustring.config.scenario;

import java.util.Locale;

/**
 * What a ring does about members that are out of reach. The platform never un-bonds a device for
 * being away; a scenario may ask what a cluster's split brain resolver would do instead.
 */
public enum Downing {
  /** Nothing: whoever is trusted stays a member. */
  NONE("nobody is put out of a ring for being away, as on the platform"),
  /** The part with fewer members puts itself out of the ring. */
  KEEP_MAJORITY("after a cut the part with fewer members puts itself out of the ring");

  private final String meaning;

  Downing(String meaning) {
    this.meaning = meaning;
  }

  /** The word that scenario files use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String meaning() {
    return meaning;
  }
}
