package dev.trustring.config.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Takes values out of a file's pieces; a value of the wrong kind is an {@link InputError}. */
public final class Values {

  private static final int DIGITS_MAX = 19;

  private Values() {}

  /** A text that is not blank. */
  public static String text(Node node) {
    if (node instanceof Node.Scalar scalar) {
      if (scalar.kind() == Node.Kind.TEXT && !scalar.text().isBlank()) {
        return scalar.text();
      }
      if (scalar.kind() == Node.Kind.INTEGER || scalar.kind() == Node.Kind.BOOLEAN) {
        throw InputError.found(node, "text (write " + InputError.quoted(scalar.text()) + ")");
      }
    }
    throw InputError.found(node, "text");
  }

  /** A whole number between the two, both included. */
  public static long whole(Node node, long min, long max) {
    String expected = min == max ? Long.toString(min) : "a whole number " + range(min, max);
    if (!(node instanceof Node.Scalar scalar) || scalar.kind() != Node.Kind.INTEGER) {
      throw InputError.found(node, expected);
    }
    String digits = scalar.text().replaceFirst("^\\+", "");
    if (digits.replaceFirst("^-", "").length() > DIGITS_MAX) {
      throw InputError.found(node, expected);
    }
    try {
      long value = Long.parseLong(digits);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw InputError.found(node, expected);
    }
    throw InputError.found(node, expected);
  }

  private static String range(long min, long max) {
    if (min == Long.MIN_VALUE) {
      return "of 64 bits";
    }
    return String.format(Locale.ROOT, "from %,d to %,d", min, max);
  }

  /** A number, whole or not, between the two. */
  public static double decimal(Node node, double min, double max) {
    if (node instanceof Node.Scalar scalar
        && (scalar.kind() == Node.Kind.INTEGER || scalar.kind() == Node.Kind.DECIMAL)) {
      double value = Double.parseDouble(scalar.text());
      if (value >= min && value <= max) {
        return value;
      }
    }
    throw InputError.found(node, String.format(Locale.ROOT, "a number from %s to %s", min, max));
  }

  /** True or false. */
  public static boolean flag(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.BOOLEAN) {
      return scalar.text().equalsIgnoreCase("true");
    }
    throw InputError.found(node, "true or false");
  }

  /**
   * The pieces of a list.
   *
   * @param expected what the list should hold, as in {@code a list of devices}
   */
  public static List<Node> list(Node node, String expected) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    throw InputError.found(node, expected);
  }

  /** The texts of a list. */
  public static List<String> texts(Node node) {
    return list(node, "a list of texts").stream().map(Values::text).toList();
  }

  /** The entries of an object whose keys the user chooses. */
  public static List<Node.Entry> entries(Node node, String expected) {
    if (node instanceof Node.Mapping mapping) {
      return mapping.entries();
    }
    throw InputError.found(node, expected);
  }

  /**
   * A text that becomes a value of its own type.
   *
   * @param maker refuses a text with an IllegalArgumentException
   * @param expected how the text must look
   */
  public static <T> T made(Node node, Function<String, T> maker, String expected) {
    String text = text(node);
    try {
      return maker.apply(text);
    } catch (IllegalArgumentException e) {
      throw InputError.found(node, expected);
    }
  }

  /** The piece as JSON. */
  public static JsonNode json(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar(scalar);
    }
    if (node instanceof Node.Sequence sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(sequence.items().size());
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    if (node instanceof Node.Mapping mapping) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
      return object;
    }
    throw new AssertionError(node);
  }

  private static JsonNode scalar(Node.Scalar scalar) {
    return switch (scalar.kind()) {
      case TEXT -> TextNode.valueOf(scalar.text());
      case INTEGER -> whole(scalar);
      case DECIMAL -> DoubleNode.valueOf(decimal(scalar, -Double.MAX_VALUE, Double.MAX_VALUE));
      case BOOLEAN -> BooleanNode.valueOf(flag(scalar));
      case NOTHING -> NullNode.getInstance();
    };
  }

  private static JsonNode whole(Node.Scalar scalar) {
    long value = whole(scalar, Long.MIN_VALUE, Long.MAX_VALUE);
    return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }
}
