package dev.trustring.sim.cli;

import dev.trustring.config.text.Times;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a span of time in the form of scenario files. */
final class TimeSpan implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    return Times.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is no time such as 500ms, 60s, 10m or 2h, a year at most"));
  }
}
