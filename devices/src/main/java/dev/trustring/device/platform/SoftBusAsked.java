package dev.trustring.device.platform;

import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.Caller;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.LinkType;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.net.SessionName;
import dev.trustring.device.session.SessionCall;
import dev.trustring.device.session.SessionOwner;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call for sessions as it was made; what it asks for is empty when an argument is not right.
 *
 * @param token of the calling app
 */
record SoftBusAsked(Caller caller, AppToken token, Arguments arguments) {

  /** How long the newer call waits for a session. */
  static final String WAIT = "maxWaitTimeout";

  private static final String NAME = "sessionName";
  private static final String PACKAGE = "pkgName";
  private static final List<String> QUALITY = List.of("minBW", "lowRtt", WAIT);
  private static final int PACKAGE_MAX = 64;
  private static final int BANDWIDTH_NONE = -1;
  private static final long WAIT_USUAL = 30_000;

  Optional<SessionCall> create() {
    return owner()
        .flatMap(
            owner ->
                name(NAME)
                    .flatMap(
                        name ->
                            arguments
                                .flag("refuses", false)
                                .map(
                                    refuses ->
                                        new SessionCall.CreateServer(owner, name, refuses))));
  }

  Optional<SessionCall> remove() {
    return owner()
        .flatMap(owner -> name(NAME).map(name -> new SessionCall.RemoveServer(owner, name)));
  }

  Optional<SessionCall> open() {
    Optional<SessionOwner> owner = owner();
    Optional<SessionName> from = name("mySessionName");
    Optional<SessionName> to = name("peerSessionName");
    Optional<DeviceName> peer = Legal.device(arguments, "peerNetworkId");
    Optional<SessionKind> kind = kind();
    Optional<Purpose> purpose = kind.flatMap(this::purpose);
    Optional<List<Bearer>> order = purpose.flatMap(this::order);
    Optional<Long> wait = arguments.number(WAIT, WAIT_USUAL).filter(time -> time > 0);
    if (Stream.of(owner, from, to, peer, order, wait).anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    boolean newer = QUALITY.stream().anyMatch(name -> arguments.find(name).isPresent());
    return Optional.of(
        new SessionCall.Open(
            owner.get(),
            from.get(),
            to.get(),
            peer.get(),
            kind.orElseThrow(),
            purpose.orElseThrow(),
            order.get(),
            newer ? wait.map(Duration::ofMillis) : Optional.empty()));
  }

  Optional<SessionCall> openAuth() {
    Optional<SessionOwner> owner = owner();
    Optional<SessionName> name = name(NAME);
    Optional<DeviceName> peer = Legal.device(arguments, "addrInfo");
    if (owner.isEmpty() || name.isEmpty() || peer.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SessionCall.Open(
            owner.get(),
            name.get(),
            name.get(),
            peer.get(),
            SessionKind.BYTES,
            Purpose.AUTH,
            Purpose.AUTH.order(),
            Optional.empty()));
  }

  private Optional<SessionKind> kind() {
    return arguments
        .text("dataType")
        .flatMap(
            word ->
                Stream.of(SessionKind.values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst());
  }

  private Optional<Purpose> purpose(SessionKind kind) {
    Optional<Long> bandwidth = arguments.number("minBW", BANDWIDTH_NONE);
    Optional<Boolean> fast = arguments.flag("lowRtt", false);
    if (bandwidth.isEmpty() || fast.isEmpty()) {
      return Optional.empty();
    }
    if (fast.get()) {
      return Optional.of(Purpose.LOW_ROUND_TRIP);
    }
    return Optional.of(bandwidth.get() < 0 ? kind.purpose() : Purpose.ofBandwidth(bandwidth.get()));
  }

  private Optional<List<Bearer>> order(Purpose purpose) {
    if (arguments.find("linkTypes").isEmpty()) {
      return Optional.of(purpose.order());
    }
    List<String> names = arguments.texts("linkTypes").orElse(List.of());
    List<Bearer> order =
        names.stream()
            .flatMap(name -> LinkType.parse(name).stream())
            .map(LinkType::bearer)
            .toList();
    return order.isEmpty() || order.size() < names.size() ? Optional.empty() : Optional.of(order);
  }

  Optional<SessionCall> close() {
    return owner()
        .flatMap(owner -> session().map(session -> new SessionCall.Close(owner, session)));
  }

  Optional<SessionCall> send(SessionKind kind) {
    Optional<String> content =
        kind == SessionKind.FILE
            ? arguments.texts("files").map(files -> String.join(", ", files))
            : text("data");
    Optional<Long> size =
        kind == SessionKind.FILE
            ? arguments.texts("files").map(files -> (long) files.size())
            : content.flatMap(data -> arguments.number("len", data.length()));
    Optional<SessionOwner> owner = owner();
    Optional<Integer> session = session();
    if (content.isEmpty() || size.isEmpty() || owner.isEmpty() || session.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SessionCall.Send(owner.get(), session.get(), kind, content.get(), size.get()));
  }

  private Optional<Integer> session() {
    return arguments
        .number("sessionId")
        .filter(number -> number == number.intValue())
        .map(Long::intValue);
  }

  private Optional<SessionName> name(String param) {
    return arguments.text(param).flatMap(text -> Legal.id(text, SessionName::new));
  }

  /** A text that may be missing; empty when it is no text. */
  private Optional<String> text(String param) {
    return arguments.find(param).isEmpty() ? Optional.of("") : arguments.text(param);
  }

  private Optional<SessionOwner> owner() {
    String usual = caller.shortForm();
    OsAccountId user = new OsAccountId(caller.user().value());
    Optional<SessionOwner.App> app =
        caller instanceof Caller.App one
            ? Optional.of(
                new SessionOwner.App(
                    one.contents().bundle().value(), one.contents().signing(), token))
            : Optional.empty();
    return text(PACKAGE)
        .filter(pkg -> pkg.length() <= PACKAGE_MAX)
        .map(pkg -> new SessionOwner(pkg.isEmpty() ? usual : pkg, app, user));
  }
}
