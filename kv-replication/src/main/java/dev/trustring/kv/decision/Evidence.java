package dev.trustring.kv.decision;

import java.util.Optional;

/**
 * One fact that a gate looked at.
 *
 * @param says the fact in one clause
 * @param about the input fact it rests on, if it rests on one
 * @param origin where that input was written; filled in when the record is made
 */
public record Evidence(String says, Optional<FactKey> about, Optional<Origin> origin) {

  /** A fact of the run itself. */
  public static Evidence that(String says) {
    return new Evidence(says, Optional.empty(), Optional.empty());
  }

  /** A fact that rests on an input. */
  public static Evidence that(String says, FactKey about) {
    return new Evidence(says, Optional.of(about), Optional.empty());
  }

  /** The same fact with its place in a file, if the provenance knows one. */
  public Evidence tracedBy(Provenance provenance) {
    return new Evidence(says, about, about.flatMap(provenance::of));
  }
}
