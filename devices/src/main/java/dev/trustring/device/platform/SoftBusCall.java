package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.trustring.atm.Atm;
import dev.trustring.atm.PermissionView;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.LinkType;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.SessionCode;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.net.SessionName;
import dev.trustring.device.session.SessionAccess;
import dev.trustring.device.session.SessionCall;
import dev.trustring.device.session.SessionOwner;
import dev.trustring.device.session.SessionReply;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The calls for sessions over the soft bus, in the order of checks of trust-and-softbus §5.2: the
 * permission, the constraint on the user, the arguments, for an app that opens a session its access
 * rows, then what {@code SessionTable} knows. What comes in reaches the app's listener and shows in
 * the trace of a run.
 *
 * <p>OpenSession is answered when the session is open or has failed, as Bind of the newer form is.
 */
final class SoftBusCall implements PlatformCall {

  private static final String ID = "sessionId";
  private static final Param NAME =
      Param.required("sessionName", ParamType.TEXT, "the name; an app's ends in -BUNDLE-SIGNING");
  private static final Param PACKAGE =
      Param.optional("pkgName", ParamType.TEXT, "the package; an app's bundle if not given");
  private static final Param SESSION =
      Param.required(ID, ParamType.INTEGER, "the session, counted from 1 on each device");
  private static final Failure NO_PERMISSION = failure(SessionCode.ACCESS_TOKEN_DENIED);
  private static final int BANDWIDTH_NONE = -1;

  private final CallSpec spec;
  private final Function<Asked, Optional<SessionCall>> reading;

  private SoftBusCall(CallSpec spec, Function<Asked, Optional<SessionCall>> reading) {
    this.spec = spec;
    this.reading = reading;
  }

  /** All of them. */
  static List<PlatformCall> all() {
    return Stream.of(servers(), sessions(), sends()).flatMap(List::stream).toList();
  }

  private static List<PlatformCall> servers() {
    return List.of(
        call(
            "CreateSessionServer",
            List.of(
                NAME,
                PACKAGE,
                Param.optional(
                    "refuses", ParamType.BOOLEAN, "whether the listener refuses every session")),
            "Listens for sessions under a name.",
            Asked::create,
            SessionCode.PERMISSION_DENIED,
            SessionCode.TOO_MANY),
        call(
            "RemoveSessionServer",
            List.of(NAME, PACKAGE),
            "Listens no more under a name, and ends its sessions.",
            Asked::remove,
            SessionCode.PERMISSION_DENIED,
            SessionCode.NOT_ITS_SERVER));
  }

  private static List<PlatformCall> sessions() {
    return List.of(
        call(
            "OpenSession",
            List.of(
                Param.required("mySessionName", ParamType.TEXT, "a name of the caller's own"),
                Param.required("peerSessionName", ParamType.TEXT, "the name on the peer"),
                Param.required("peerNetworkId", ParamType.DEVICE, "the peer"),
                Param.word("dataType", true, SessionKind.words(), "what it is to carry"),
                PACKAGE,
                Param.optional(
                    "minBW", ParamType.INTEGER, "bytes a second at least, for the choice of lanes"),
                Param.optional("lowRtt", ParamType.BOOLEAN, "whether answers must come fast"),
                Param.optional(
                    "linkTypes",
                    ParamType.TEXTS,
                    "the only links to try: " + String.join(", ", LinkType.names()))),
            "Opens a session; returns its number, or fails with the code of whatever failed.",
            Asked::open,
            SessionCode.ACL_FAILED,
            SessionCode.PERMISSION_DENIED,
            SessionCode.NOT_ITS_SERVER,
            SessionCode.NODE_OFFLINE,
            SessionCode.NOT_LISTENING),
        call("CloseSession", List.of(SESSION), "Ends a session.", asked -> asked.close()));
  }

  private static List<PlatformCall> sends() {
    return Stream.of(SessionKind.values()).map(SoftBusCall::send).toList();
  }

  private static PlatformCall send(SessionKind kind) {
    String word = kind.word();
    List<Param> params =
        kind == SessionKind.FILE
            ? List.of(SESSION, Param.required("files", ParamType.TEXTS, "their names"))
            : List.of(
                SESSION,
                Param.optional("data", ParamType.TEXT, "what it says"),
                Param.optional("len", ParamType.INTEGER, "its bytes; those of data if not given"));
    return call(
        "Send" + Character.toUpperCase(word.charAt(0)) + word.substring(1),
        params,
        "Sends over a session that carries this kind of data.",
        asked -> asked.send(kind),
        SessionCode.WRONG_KIND,
        SessionCode.TOO_LONG,
        SessionCode.NOT_ENABLED,
        SessionCode.SEND_TIMEOUT);
  }

  private static PlatformCall call(
      String name,
      List<Param> params,
      String meaning,
      Function<Asked, Optional<SessionCall>> reading,
      SessionCode... codes) {
    List<Failure> failures = new ArrayList<>();
    failures.add(NO_PERMISSION);
    failures.add(failure(SessionCode.CONSTRAINED));
    failures.add(failure(SessionCode.INVALID_PARAM));
    Stream.of(codes).map(SoftBusCall::failure).forEach(failures::add);
    failures.add(Answer.NOT_INSTALLED);
    return new SoftBusCall(
        new CallSpec(new CallName("softbus." + name), params, "0, or a number", failures, meaning),
        reading);
  }

  private static Failure failure(SessionCode code) {
    return new Failure(Integer.toString(code.number()), code.text());
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    if (!(call.caller() instanceof Caller.App app)) {
      whenPermitted(call);
      return;
    }
    call.atm(
        new Atm.Command.Verify(app.identity(), PermissionName.DISTRIBUTED_DATASYNC),
        reply -> {
          PermissionView view = ((Atm.Reply.Verified) reply).permission();
          if (view.granted()) {
            whenPermitted(call);
          } else if (view.tokenExists()) {
            refuse(call, SessionCode.ACCESS_TOKEN_DENIED);
          } else {
            call.answer(Answer.notInstalled(app.shortForm()));
          }
        });
  }

  private void whenPermitted(RunningCall call) {
    Constraint.ask(call, () -> refuse(call, SessionCode.CONSTRAINED), () -> whenFree(call));
  }

  private void whenFree(RunningCall call) {
    Optional<SessionCall> asked = reading.apply(new Asked(call.caller(), call.arguments()));
    if (asked.isEmpty()) {
      refuse(call, SessionCode.INVALID_PARAM);
    } else if (asked.get() instanceof SessionCall.Open open
        && call.caller() instanceof Caller.App) {
      call.trust(
          SessionAccess.question(open.peer(), open.owner().name(), open.owner().user()),
          reply ->
              SessionAccess.refusal(reply)
                  .ifPresentOrElse(why -> refuse(call, why), () -> ask(call, open)));
    } else {
      ask(call, asked.get());
    }
  }

  private static void ask(RunningCall call, SessionCall asked) {
    call.session(asked, reply -> call.answer(outcome(reply)));
  }

  private static void refuse(RunningCall call, SessionCode why) {
    call.answer(outcome(SessionReply.Refused.of(why)));
  }

  private static CallOutcome outcome(SessionReply reply) {
    if (reply instanceof SessionReply.Refused refused) {
      return CallOutcome.failed(refused.number(), refused.name(), refused.text());
    }
    int number = reply instanceof SessionReply.Opened opened ? opened.session() : 0;
    return CallOutcome.of(IntNode.valueOf(number));
  }

  /** A call as it was made; what it asks for is empty when an argument is not right. */
  private record Asked(Caller caller, Arguments arguments) {

    private static final int PACKAGE_MAX = 64;

    Optional<SessionCall> create() {
      return owner()
          .flatMap(
              owner ->
                  name(NAME.name())
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
          .flatMap(
              owner -> name(NAME.name()).map(name -> new SessionCall.RemoveServer(owner, name)));
    }

    Optional<SessionCall> open() {
      Optional<SessionOwner> owner = owner();
      Optional<SessionName> from = name("mySessionName");
      Optional<SessionName> to = name("peerSessionName");
      Optional<DeviceName> peer =
          arguments.text("peerNetworkId").flatMap(text -> Legal.id(text, DeviceName::new));
      Optional<SessionKind> kind = kind();
      Optional<Purpose> purpose = kind.flatMap(this::purpose);
      Optional<List<Bearer>> order = purpose.flatMap(this::order);
      if (owner.isEmpty() || from.isEmpty() || to.isEmpty() || peer.isEmpty() || order.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new SessionCall.Open(
              owner.get(),
              from.get(),
              to.get(),
              peer.get(),
              kind.orElseThrow(),
              purpose.orElseThrow(),
              order.get()));
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
      return Optional.of(
          bandwidth.get() < 0 ? kind.purpose() : Purpose.ofBandwidth(bandwidth.get()));
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
      return arguments.number(ID).filter(number -> number == number.intValue()).map(Long::intValue);
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
                  new SessionOwner.App(one.contents().bundle().value(), one.contents().signing()))
              : Optional.empty();
      return text(PACKAGE.name())
          .filter(pkg -> pkg.length() <= PACKAGE_MAX)
          .map(pkg -> new SessionOwner(pkg.isEmpty() ? usual : pkg, app, user));
    }
  }
}
