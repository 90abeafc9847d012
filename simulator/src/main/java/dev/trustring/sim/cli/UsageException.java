package dev.trustring.sim.cli;

import dev.trustring.config.text.Nearest;
import java.io.Serial;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** The user asked for something that is not there; the message is one line. */
final class UsageException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private static final int SHOWN_MAX = 12;

  UsageException(String message) {
    super(message, null, false, false);
  }

  /**
   * A word that is none of those that are known.
   *
   * @param option where it was given
   * @param noun what it should name
   */
  static UsageException unknown(String option, String noun, String word, Collection<String> known) {
    Optional<String> nearest = Nearest.to(word, known);
    String shown = known.stream().limit(SHOWN_MAX).collect(Collectors.joining(", "));
    int hidden = known.size() - SHOWN_MAX;
    String list = hidden > 0 ? shown + " and " + hidden + " more" : shown;
    return new UsageException(
        option
            + ": unknown "
            + noun
            + " '"
            + word
            + "'; expected "
            + (known.size() == 1 ? "" : "one of ")
            + list
            + nearest.map(near -> " (did you mean " + near + "?)").orElse(""));
  }
}
