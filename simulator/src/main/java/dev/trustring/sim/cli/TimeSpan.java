package dev.trustring.sim.cli;

import dev.trustring.config.text.Times;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a span of time in the form of scenario files. */
final class TimeSpan implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("(" + Times.UNSIGNED + ")");
  private static final Pattern PARTS = Pattern.compile("([0-9.]+)([a-z]+)");

  @Override
  public Duration convert(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!FORM.matcher(text).matches() || !parts.matches()) {
      throw wrong(text);
    }
    BigDecimal millis = new BigDecimal(parts.group(1)).multiply(millisIn(parts.group(2)));
    if (millis.compareTo(BigDecimal.valueOf(Times.LONGEST.toMillis())) > 0) {
      throw wrong(text);
    }
    return Duration.ofMillis(millis.longValue());
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException(
        "'" + text + "' is no time such as 500ms, 60s, 10m or 2h, a year at most");
  }

  private static BigDecimal millisIn(String unit) {
    Duration one =
        switch (unit) {
          case "ms" -> Duration.ofMillis(1);
          case "s" -> Duration.ofSeconds(1);
          case "m" -> Duration.ofMinutes(1);
          case "h" -> Duration.ofHours(1);
          default -> Duration.ofDays(1);
        };
    return BigDecimal.valueOf(one.toMillis());
  }
}
