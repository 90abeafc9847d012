package dev.trustring.config.text;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with a user's file and the files that it names; one line each. */
public final class InputErrors extends RuntimeException {

  private final transient List<InputError> all;

  public InputErrors(List<InputError> all) {
    super(
        all.stream().map(InputError::toString).collect(Collectors.joining("\n")),
        null,
        false,
        false);
    if (all.isEmpty()) {
      throw new IllegalStateException("there is nothing wrong");
    }
    this.all = List.copyOf(all);
  }

  /** The problems, by file and line. */
  public List<InputError> all() {
    return all;
  }

  /** The problems as lines. */
  public List<String> lines() {
    return all.stream().map(InputError::toString).toList();
  }
}
