package dev.trustring.sim.cli;

import dev.trustring.sim.wire.WireAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads where a peer is: {@code 192.168.1.7:25601}, {@code tv.local:25602}, {@code [::1]:25603}.
 */
final class PeerAddress {

  private static final Pattern FORM =
      Pattern.compile("([^:\\[\\]\\s]+|\\[[0-9a-fA-F:.]+\\]):([0-9]{1,5})");
  private static final int HIGHEST_PORT = 65_535;

  private PeerAddress() {}

  static WireAddress parse(String peer, String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      int port = Integer.parseInt(form.group(2));
      if (port >= 1 && port <= HIGHEST_PORT) {
        return new WireAddress(form.group(1), form.group(1), port);
      }
    }
    throw new UsageException(
        "--peer " + peer + ": '" + text + "' is no HOST:PORT such as 192.168.1.7:25601");
  }
}
