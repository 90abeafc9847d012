package dev.trustring.config.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong, so that one reading of a file tells all of it. */
public final class Problems {

  /** So many are told; then the reading stops. */
  public static final int MAX = 100;

  private static final Comparator<InputError> BY_PLACE =
      Comparator.comparing((InputError error) -> error.origin().file())
          .thenComparing(error -> error.origin().line())
          .thenComparing(error -> error.origin().column());

  private final List<InputError> found = new ArrayList<>();

  /** Reads one thing; what is wrong with it is noted, and the reading goes on. */
  public <T> Optional<T> attempt(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (InputError error) {
      add(error);
    } catch (InputErrors errors) {
      if (found.size() >= MAX) {
        throw errors;
      }
      errors.all().forEach(this::add);
    }
    return Optional.empty();
  }

  /** Like {@link #attempt}, for a reading that keeps its result itself. */
  public void check(Runnable reading) {
    attempt(
        () -> {
          reading.run();
          return true;
        });
  }

  /** Notes one problem. */
  public void add(InputError error) {
    found.add(error);
    if (found.size() >= MAX) {
      orThrow();
    }
  }

  /** Ends the reading if anything was wrong. */
  public void orThrow() {
    if (!found.isEmpty()) {
      throw new InputErrors(found.stream().sorted(BY_PLACE).toList());
    }
  }
}
