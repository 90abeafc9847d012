package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.net.LinkType;
import dev.trustring.device.net.SessionCode;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.session.SessionAccess;
import dev.trustring.device.session.SessionCall;
import dev.trustring.device.session.SessionReply;
import dev.trustring.trust.Trust;
import dev.trustring.trust.ledger.TrustState;
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
 * Naming a quality makes it that form: it has no time of its own to find a lane (our choice).
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

  private final CallSpec spec;
  private final Function<SoftBusAsked, Optional<SessionCall>> reading;

  private SoftBusCall(CallSpec spec, Function<SoftBusAsked, Optional<SessionCall>> reading) {
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
            SoftBusAsked::create,
            SessionCode.PERMISSION_DENIED,
            SessionCode.TOO_MANY),
        call(
            "RemoveSessionServer",
            List.of(NAME, PACKAGE),
            "Listens no more under a name, and ends its sessions.",
            SoftBusAsked::remove,
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
                    SoftBusAsked.WAIT, ParamType.INTEGER, "milliseconds in all; 30000 otherwise"),
                Param.optional(
                    "linkTypes",
                    ParamType.TEXTS,
                    "the only links to try: " + String.join(", ", LinkType.names()))),
            "Opens a session; returns its number, or fails with the code of whatever failed.",
            SoftBusAsked::open,
            SessionCode.ACL_FAILED,
            SessionCode.PERMISSION_DENIED,
            SessionCode.NOT_ITS_SERVER,
            SessionCode.NODE_OFFLINE,
            SessionCode.LANE_TIMEOUT,
            SessionCode.BIND_TIMEOUT,
            SessionCode.NOT_LISTENING),
        toAddress(),
        call("CloseSession", List.of(SESSION), "Ends a session.", asked -> asked.close()));
  }

  private static PlatformCall toAddress() {
    return call(
        "OpenAuthSession",
        List.of(
            NAME,
            Param.required("addrInfo", ParamType.DEVICE, "the device whose address it is"),
            PACKAGE),
        "Opens a session for bytes to an address, for a process of the system.",
        SoftBusAsked::openAuth,
        SessionCode.PERMISSION_DENIED,
        SessionCode.NOT_ITS_SERVER,
        SessionCode.NOT_LISTENING,
        SessionCode.NEGOTIATION_TIMEOUT);
  }

  private static List<PlatformCall> sends() {
    return Stream.of(SessionKind.values())
        .filter(kind -> kind.sentAs() == kind)
        .map(SoftBusCall::send)
        .toList();
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
      Function<SoftBusAsked, Optional<SessionCall>> reading,
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
    Apps.whenHolds(
        call,
        PermissionName.DISTRIBUTED_DATASYNC,
        () -> whenPermitted(call),
        () -> refuse(call, SessionCode.ACCESS_TOKEN_DENIED));
  }

  private void whenPermitted(RunningCall call) {
    Constraint.ask(call, () -> refuse(call, SessionCode.CONSTRAINED), () -> whenFree(call));
  }

  private void whenFree(RunningCall call) {
    AppTokens.ofCaller(
        call,
        token ->
            reading
                .apply(new SoftBusAsked(call.caller(), token, call.arguments()))
                .ifPresentOrElse(
                    asked -> whenRead(call, asked), () -> refuse(call, SessionCode.INVALID_PARAM)));
  }

  /** No row is asked for an address, so that no app may have one (our choice). */
  private static void whenRead(RunningCall call, SessionCall asked) {
    if (!(asked instanceof SessionCall.Open open) || !(call.caller() instanceof Caller.App)) {
      ask(call, asked);
    } else if (open.isToAddress()) {
      refuse(call, SessionCode.PERMISSION_DENIED);
    } else {
      call.trust(
          new Trust.Describe(), reply -> checkRows(call, open, ((Trust.Described) reply).state()));
    }
  }

  private static void checkRows(RunningCall call, SessionCall.Open open, TrustState trust) {
    SessionCall.Open asked = open.with(SessionAccess.account(trust, open.owner().user()));
    call.trust(
        SessionAccess.source(asked),
        reply ->
            SessionAccess.refusal(reply)
                .ifPresentOrElse(why -> refuse(call, why), () -> ask(call, asked)));
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
}
