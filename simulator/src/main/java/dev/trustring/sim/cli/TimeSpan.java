package dev.trustring.sim.cli;

import dev.trustring.config.text.Times;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a span of time in the form of scenario files. */
final class TimeSpan implements ITypeConverter<Duration> {

  /** The span that an option gives. */
  static Duration of(String option, String text) {
    return Times.parse(text).orElseThrow(() -> none(option, text));
  }

  /** The span that an option gives, longer than nothing. */
  static Duration positive(String option, String text) {
    return Times.parse(text).filter(span -> !span.isZero()).orElseThrow(() -> none(option, text));
  }

  private static UsageException none(String option, String text) {
    return new UsageException(option + ": no time: '" + text + "'; expected 90s, 10m, 1h");
  }

  @Override
  public Duration convert(String text) {
    return Times.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is no time such as 500ms, 60s, 10m or 2h, a year at most"));
  }
}
