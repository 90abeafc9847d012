package dev.trustring.config.scenario;

import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the IP subnets that are written, and hands out others to access points without one. */
final class Subnets {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})/([0-9]{1,2})");
  private static final String EXPECTED = "an IPv4 subnet such as 192.168.1.0/24";
  private static final int FIRST = 10 << 24;
  private static final int SIZE = 64;

  private final Set<String> taken = new TreeSet<>();
  private int next;

  /** Keeps what is written there from being handed out; whether it is right is asked later. */
  void reserve(Node node) {
    if (node instanceof Node.Scalar scalar) {
      taken.add(scalar.text());
    }
  }

  /** The subnet that is written there. */
  String parse(Node node) {
    String text = Values.text(node);
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw InputError.found(node, EXPECTED);
    }
    int bits = Integer.parseInt(matcher.group(5));
    long address = 0;
    for (int i = 1; i <= 4; i++) {
      int part = Integer.parseInt(matcher.group(i));
      if (part > 255) {
        throw InputError.found(node, EXPECTED);
      }
      address = address << 8 | part;
    }
    if (bits < 8 || bits > 30 || address % (1L << (32 - bits)) != 0) {
      throw InputError.found(node, EXPECTED);
    }
    return text;
  }

  /** A subnet that no other network has, out of 10.0.0.0/8. */
  String fresh() {
    String subnet;
    do {
      int address = FIRST + next++ * SIZE;
      subnet =
          String.join(
              ".",
              Integer.toString(address >>> 24),
              Integer.toString(address >>> 16 & 255),
              Integer.toString(address >>> 8 & 255),
              (address & 255) + "/26");
    } while (taken.contains(subnet));
    return subnet;
  }
}
