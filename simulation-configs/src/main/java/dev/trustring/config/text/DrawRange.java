package dev.trustring.config.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range from which a value is drawn: {@code 10..40}, {@code 1s..20s}, {@code -5m..5m}, or {@code
 * log:0.01..0.1} where small values are to be as frequent as large ones.
 *
 * @param low the least value, with its unit
 * @param high the greatest value, with its unit
 * @param even whether all values are equally likely; otherwise all magnitudes are
 */
public record DrawRange(Node.Scalar low, Node.Scalar high, boolean even) {

  private static final String ONE = "([-+]?[0-9]{1,12}(?:\\.[0-9]{1,9})?)(ms|s|m|h|d)?";

  /** The pattern of ranges, for the schema too. */
  public static final String PATTERN = "(log:)?" + ONE + "\\.\\." + ONE;

  private static final Pattern RANGE = Pattern.compile(PATTERN);

  /** Keys whose text is free, or whose own meaning is a range. */
  private static final Set<String> LEFT_ALONE =
      Set.of("chaos", "title", "teaches", "latency", "key", "value", "bundle", "project");

  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  /** The range that is written there, if it is one. */
  public static Optional<DrawRange> of(Node node) {
    if (!(node instanceof Node.Scalar scalar) || scalar.kind() != Node.Kind.TEXT) {
      return Optional.empty();
    }
    Matcher matcher = RANGE.matcher(scalar.text());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean timed = matcher.group(3) != null;
    if (timed != (matcher.group(5) != null)) {
      throw InputError.found(node, "two times or two numbers, as in 1s..20s or 10..40");
    }
    DrawRange range =
        new DrawRange(
            end(scalar, matcher.group(2), matcher.group(3)),
            end(scalar, matcher.group(4), matcher.group(5)),
            matcher.group(1) == null);
    if (range.amount(range.low).compareTo(range.amount(range.high)) > 0) {
      throw InputError.found(node, "a range from the lesser to the greater");
    }
    if (!range.even && range.amount(range.low).signum() <= 0) {
      throw InputError.found(node, "a range above 0 after 'log:'");
    }
    return Optional.of(range);
  }

  private static Node.Scalar end(Node.Scalar written, String number, String unit) {
    if (unit != null) {
      return new Node.Scalar(written.origin(), Node.Kind.TEXT, number + unit);
    }
    Node.Kind kind = number.contains(".") ? Node.Kind.DECIMAL : Node.Kind.INTEGER;
    return new Node.Scalar(written.origin(), kind, number);
  }

  /** Both ends, each as if it stood there alone. */
  public List<Node.Scalar> ends() {
    return List.of(low, high);
  }

  /** One value out of it: whole numbers between whole ends, times to the millisecond. */
  public Node.Scalar draw(RandomGenerator random) {
    double from = amount(low).doubleValue();
    double to = amount(high).doubleValue();
    if (low.kind() == Node.Kind.DECIMAL || high.kind() == Node.Kind.DECIMAL) {
      BigDecimal drawn = new BigDecimal(between(from, to, random)).round(DIGITS);
      return scalar(Node.Kind.DECIMAL, clamped(drawn).toPlainString());
    }
    long whole =
        even ? random.nextLong((long) from, (long) to + 1) : Math.round(between(from, to, random));
    return low.kind() == Node.Kind.INTEGER
        ? scalar(Node.Kind.INTEGER, Long.toString(whole))
        : scalar(Node.Kind.TEXT, Times.shown(whole));
  }

  private BigDecimal clamped(BigDecimal drawn) {
    return drawn.max(amount(low)).min(amount(high));
  }

  private double between(double from, double to, RandomGenerator random) {
    double place = random.nextDouble();
    return even ? from + place * (to - from) : from * Math.pow(to / from, place);
  }

  private Node.Scalar scalar(Node.Kind kind, String text) {
    return new Node.Scalar(low.origin(), kind, text);
  }

  /** A number as it is, a time in milliseconds. */
  private BigDecimal amount(Node.Scalar end) {
    return end.kind() == Node.Kind.TEXT
        ? Times.millis(end.text()).orElseThrow()
        : new BigDecimal(end.text());
  }

  /** The same piece of a file with a drawn value in the place of every range. */
  public static Node drawnIn(Node node, RandomGenerator random) {
    return replacedIn(node, range -> range.draw(random));
  }

  /** The same piece of a file with the least value in the place of every range. */
  public static Node leastIn(Node node) {
    return replacedIn(node, DrawRange::low);
  }

  private static Node replacedIn(Node node, Function<DrawRange, Node> choice) {
    if (node instanceof Node.Sequence sequence) {
      return new Node.Sequence(
          sequence.origin(),
          sequence.items().stream().map(item -> replacedIn(item, choice)).toList());
    }
    if (node instanceof Node.Mapping mapping) {
      return new Node.Mapping(
          mapping.origin(),
          mapping.entries().stream().map(entry -> replacedIn(entry, choice)).toList());
    }
    return of(node).map(choice).orElse(node);
  }

  private static Node.Entry replacedIn(Node.Entry entry, Function<DrawRange, Node> choice) {
    return LEFT_ALONE.contains(entry.key())
        ? entry
        : new Node.Entry(entry.origin(), entry.key(), replacedIn(entry.value(), choice));
  }
}
