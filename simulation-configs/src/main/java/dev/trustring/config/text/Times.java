package dev.trustring.config.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads spans of time: {@code 250ms}, {@code 1s}, {@code 1.5m}, {@code -5m}, {@code 2h}. */
public final class Times {

  /** The pattern of a span without a sign, for the schema too. */
  public static final String UNSIGNED = "[0-9]{1,12}(\\.[0-9]{1,3})?(ms|s|m|h|d)";

  /** Nothing in a scenario is longer. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final Pattern SPAN =
      Pattern.compile("([-+]?[0-9]{1,12}(?:\\.[0-9]{1,3})?)(ms|s|m|h|d)");
  private static final String FORM = "a time such as 250ms, 1s, 2m, 1h or 1d";

  private Times() {}

  /** The least and the greatest of spans. */
  public record Range(Duration min, Duration max) {}

  /** A span between the two, both included. */
  public static Duration span(Node node, Duration min, Duration max) {
    if (!(node instanceof Node.Scalar scalar) || scalar.kind() == Node.Kind.NOTHING) {
      throw InputError.found(node, FORM);
    }
    return span(node, scalar.text(), new Range(min, max));
  }

  /** A range such as {@code 1ms..5ms}, or one span for both ends. */
  public static Range range(Node node, Duration min, Duration max) {
    String[] ends = Values.text(node).split("\\.\\.", -1);
    if (ends.length > 2) {
      throw InputError.found(node, "a range such as 1ms..5ms");
    }
    Range limits = new Range(min, max);
    Duration least = span(node, ends[0], limits);
    Duration most = span(node, ends[ends.length - 1], limits);
    if (least.compareTo(most) > 0) {
      throw InputError.found(node, "a range from the lesser to the greater");
    }
    return new Range(least, most);
  }

  /** The span that a text outside of files stands for, if it is one from 0 to the longest. */
  public static Optional<Duration> parse(String text) {
    return nanosOf(text)
        .filter(nanos -> nanos.signum() >= 0 && nanos.compareTo(nanos(LONGEST)) <= 0)
        .map(nanos -> Duration.ofNanos(nanos.longValue()));
  }

  /** The milliseconds that a text stands for, if it is a span; below zero too. */
  static Optional<BigDecimal> millis(String text) {
    return nanosOf(text).map(nanos -> nanos.divide(nanosIn("ms")));
  }

  /** A span as files write it, in the largest unit that divides it up to seconds. */
  public static String shown(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  private static Duration span(Node node, String text, Range limits) {
    BigDecimal nanos = nanosOf(text).orElseThrow(() -> InputError.found(node, FORM));
    if (nanos.compareTo(nanos(limits.min())) < 0 || nanos.compareTo(nanos(limits.max())) > 0) {
      throw InputError.found(
          node, "a time from " + shown(limits.min()) + " to " + shown(limits.max()));
    }
    return Duration.ofNanos(nanos.longValue());
  }

  private static Optional<BigDecimal> nanosOf(String text) {
    Matcher matcher = SPAN.matcher(text);
    return matcher.matches()
        ? Optional.of(new BigDecimal(matcher.group(1)).multiply(nanosIn(matcher.group(2))))
        : Optional.empty();
  }

  private static BigDecimal nanos(Duration span) {
    return BigDecimal.valueOf(span.toNanos());
  }

  private static BigDecimal nanosIn(String unit) {
    Duration one =
        switch (unit) {
          case "ms" -> Duration.ofMillis(1);
          case "s" -> Duration.ofSeconds(1);
          case "m" -> Duration.ofMinutes(1);
          case "h" -> Duration.ofHours(1);
          default -> Duration.ofDays(1);
        };
    return nanos(one);
  }

  private static String shown(Duration span) {
    if (span.toHoursPart() == 0 && span.toDays() != 0) {
      return span.toDays() + "d";
    }
    return shown(span.toMillis());
  }
}
