package dev.trustring.config.text;

import dev.trustring.kv.decision.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing that is wrong with a user's file, told in one line. */
public final class InputError extends RuntimeException {

  private static final int WORDS_SHOWN_MAX = 12;
  private static final int TEXT_SHOWN_MAX = 60;

  private final transient Origin origin;
  private final String problem;
  private final String expected;
  private final String nearest;

  private InputError(Origin origin, String problem, String expected, String nearest) {
    super(line(origin, problem, expected, nearest), null, false, false);
    this.origin = origin;
    this.problem = problem;
    this.expected = expected;
    this.nearest = nearest;
  }

  /** A problem that needs no more words. */
  public static InputError at(Origin origin, String problem) {
    return new InputError(origin, problem, "", "");
  }

  /** A problem, and what should have been there. */
  public static InputError at(Origin origin, String problem, String expected) {
    return new InputError(origin, problem, expected, "");
  }

  /** A problem, what should have been there, and what may have been meant. */
  public static InputError at(
      Origin origin, String problem, String expected, Optional<String> nearest) {
    return new InputError(origin, problem, expected, nearest.orElse(""));
  }

  /** Something of the wrong kind. */
  public static InputError found(Node node, String expected) {
    return new InputError(node.origin(), "found " + node.describe(), expected, "");
  }

  /**
   * A word that is none of those that are known.
   *
   * @param noun what the word should name, such as {@code level}
   */
  public static InputError unknown(
      Origin origin, String noun, String word, Collection<String> known) {
    return new InputError(
        origin,
        "unknown " + noun + " " + quoted(word),
        oneOf(noun, known),
        Nearest.to(word, known).orElse(""));
  }

  /** The text in quotes, made fit for one line. */
  public static String quoted(String text) {
    return "'" + shortened(text) + "'";
  }

  static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= TEXT_SHOWN_MAX) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, TEXT_SHOWN_MAX - 1)) + "…";
  }

  private static String oneOf(String noun, Collection<String> known) {
    if (known.isEmpty()) {
      return "no " + noun + ", as there is none here";
    }
    String shown =
        known.stream()
            .limit(WORDS_SHOWN_MAX)
            .map(InputError::shortened)
            .collect(Collectors.joining(", "));
    int hidden = known.size() - WORDS_SHOWN_MAX;
    String list = hidden > 0 ? shown + " and " + hidden + " more" : shown;
    return known.size() == 1 ? list : "one of " + list;
  }

  private static String line(Origin origin, String problem, String expected, String nearest) {
    String wanted = expected.isEmpty() ? "" : "; expected " + expected;
    String hint = nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)";
    return Printable.of(origin + ": " + problem + wanted + hint);
  }

  /** The place. */
  public Origin origin() {
    return origin;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }

  /** What should have been there. */
  public Optional<String> expected() {
    return expected.isEmpty() ? Optional.empty() : Optional.of(expected);
  }

  /** The known word that looks most like the one that was written. */
  public Optional<String> nearest() {
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }

  /** The same problem with its file under another name. */
  public InputError inFile(String file) {
    Origin moved = new Origin(file, origin.line(), origin.column());
    return new InputError(moved, problem, expected, nearest);
  }

  /** This one as a list of problems. */
  public InputErrors alone() {
    return new InputErrors(List.of(this));
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  @Override
  public String toString() {
    return getMessage();
  }
}
