package dev.trustring.sim.wire;

import java.net.BindException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why systems cannot start or talk, in one line for the person at the command line. */
public record WireProblem(Kind kind, String line) {

  /** The troubles that are told apart. */
  public enum Kind {
    PORT_IN_USE,
    PORT_NOT_ALLOWED,
    ADDRESS_NOT_HERE,
    HOST_UNKNOWN,
    STORE_UNREADABLE,
    WRONG_PASSWORD,
    CERTIFICATE_REFUSED,
    QUARANTINED,
    MIXED_AKKA_VERSIONS
  }

  private static final Pattern PEER = Pattern.compile("to \\[akka://([^\\]]+)\\]");
  private static final Pattern MIXED = Pattern.compile("You are using version .* of Akka");

  /** What a failure to start at this address means; empty if it is none of the known troubles. */
  public static Optional<WireProblem> of(Throwable failure, WireAddress address) {
    Optional<WireProblem> found = Optional.empty();
    for (Throwable cause = failure; cause != null && found.isEmpty(); cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof BindException) {
        found = bindFailed(message, address);
      } else if (cause instanceof UnresolvedAddressException || isUnresolved(cause, message)) {
        found =
            problem(Kind.HOST_UNKNOWN, "no address is known for the host " + address.bindHost());
      } else if (cause instanceof IllegalStateException && MIXED.matcher(message).find()) {
        found = problem(Kind.MIXED_AKKA_VERSIONS, "parts of Akka differ in version: " + message);
      }
    }
    return found;
  }

  private static Optional<WireProblem> bindFailed(String message, WireAddress address) {
    if (message.contains("Address already in use")) {
      return problem(
          Kind.PORT_IN_USE,
          "port %d on %s is in use by another program; choose another with --port"
              .formatted(address.port(), address.bindHost()));
    }
    if (message.contains("Cannot assign requested address")) {
      return problem(
          Kind.ADDRESS_NOT_HERE, address.bindHost() + " is not an address of this machine");
    }
    if (message.contains("Permission denied")) {
      return problem(
          Kind.PORT_NOT_ALLOWED,
          "this user may not listen on port %d; choose one above 1023 with --port"
              .formatted(address.port()));
    }
    return Optional.empty();
  }

  private static boolean isUnresolved(Throwable cause, String message) {
    return cause instanceof SocketException && message.startsWith("Unresolved address");
  }

  /** What a warning of Akka means; empty if it is none of the known troubles. */
  static Optional<WireProblem> ofWarning(String warning) {
    boolean aboutTls =
        warning.contains("SSLHandshakeException") || warning.contains("SSLException");
    Matcher peer = PEER.matcher(warning);
    if (!aboutTls || !peer.find()) {
      return Optional.empty();
    }
    return problem(
        Kind.CERTIFICATE_REFUSED,
        peer.group(1)
            + " is not let in, or does not let us in: its certificate is of another ring");
  }

  static WireProblem quarantined(String byWhom) {
    return new WireProblem(
        Kind.QUARANTINED, byWhom + " takes this device for gone; restart the device to be let in");
  }

  static WireProblem wrongPassword(Path store) {
    return new WireProblem(Kind.WRONG_PASSWORD, "the password does not open " + store);
  }

  static WireProblem unreadable(Path store) {
    return new WireProblem(
        Kind.STORE_UNREADABLE, store + " cannot be read as a key store (PKCS12)");
  }

  private static Optional<WireProblem> problem(Kind kind, String line) {
    return Optional.of(new WireProblem(kind, line));
  }
}
