package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.access.AuthType;
import dev.trustring.trust.access.RowTokens;
import dev.trustring.trust.access.SessionQuery;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What services of the system ask DeviceManager before data goes over a session: may the two ends
 * talk (trust-and-softbus §1.4)? The platform takes one object for each end; here their fields are
 * parameters, and the local app may be named in place of its token.
 */
final class AccessControl implements PlatformCall {

  private static final Failure BAD_ARGUMENT =
      new Failure("96929749", "a parameter is missing or of another type");
  private static final Failure NO_PERMISSION = new Failure("96929750", "the caller is an app");

  private static final List<Param> ENDS =
      List.of(
          Param.required("peer", ParamType.DEVICE, "the other device"),
          Param.optional("app", ParamType.APP, "the local app, whose token is meant"),
          Param.optional("localUserId", ParamType.INTEGER, "100 if not given"),
          Param.optional("localAccountId", ParamType.TEXT, "the HUAWEI ID of the local user"),
          Param.optional("peerUserId", ParamType.INTEGER, "100 if not given"),
          Param.optional("peerTokenId", ParamType.INTEGER, "0 if not given, for not known"),
          Param.optional("peerAccountId", ParamType.TEXT, "the HUAWEI ID of the peer's user"));

  /** The question, as trust takes it. */
  private interface Question extends BiFunction<RunningCall, AppToken, Trust.Command> {}

  private final CallSpec spec;
  private final Question question;

  private AccessControl(String name, List<Param> params, String meaning, Question question) {
    this.spec =
        new CallSpec(
            new CallName("DeviceManager." + name),
            params,
            "true or false",
            List.of(BAD_ARGUMENT, NO_PERMISSION),
            meaning);
    this.question = question;
  }

  static List<PlatformCall> all() {
    Param pkgName = Param.required("pkgName", ParamType.TEXT, "the bundle of both apps");
    return List.of(
        new AccessControl(
            "CheckAccessControl",
            Stream.concat(Stream.of(pkgName), ENDS.stream()).toList(),
            "Tells whether the rows here let two apps of one bundle talk: the older check.",
            AccessControl::older),
        new AccessControl(
            "CheckSrcAccessControl",
            ENDS,
            "Tells whether the local app may open a session to the other device.",
            (call, token) -> new Trust.CheckSource(query(call, token))),
        new AccessControl(
            "CheckSinkAccessControl",
            ENDS,
            "Tells whether the other end may open a session to the local app.",
            (call, token) -> new Trust.CheckSink(query(call, token))));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> misfit = AtmParams.misfit(call, spec.params());
    if (call.caller() instanceof Caller.App) {
      call.answer(CallOutcome.failed(96929750, "ERR_DM_NO_PERMISSION", "an app may not ask"));
    } else if (misfit.isPresent() || isIllegal(call)) {
      call.answer(
          CallOutcome.failed(
              96929749, "ERR_DM_INPUT_PARA_INVALID", misfit.orElse("a text or number is illegal")));
    } else if (call.arguments().find("app").isPresent()) {
      AtmAsked asked = new AtmAsked(call);
      asked.tokenIdOf(asked.app(), token -> ask(call, AppTokens.of(token)));
    } else {
      ask(call, AppToken.UNKNOWN);
    }
  }

  private static boolean isIllegal(RunningCall call) {
    return Stream.of("localUserId", "peerUserId", "peerTokenId")
            .anyMatch(name -> call.arguments().number(name, 0).orElse(-1L) < 0)
        || call.arguments().text("pkgName").filter(String::isBlank).isPresent();
  }

  private void ask(RunningCall call, AppToken local) {
    call.trust(
        question.apply(call, local),
        reply ->
            call.answer(
                CallOutcome.of(
                    BooleanNode.valueOf(((Trust.AccessAnswer) reply).access().permitted()))));
  }

  private static Trust.Command older(RunningCall call, AppToken token) {
    SessionQuery query = query(call, token);
    return new Trust.CheckAccessControl(
        new Trust.CheckAccess(
            query.local().user(),
            query.remote().user(),
            query.peer(),
            new PkgName(call.arguments().text("pkgName").orElseThrow()),
            AuthType.DEFAULT,
            true),
        new RowTokens(query.local().token(), query.remote().token()));
  }

  private static SessionQuery query(RunningCall call, AppToken token) {
    DeviceName peer = new DeviceName(call.arguments().text("peer").orElseThrow());
    AppToken theirs = new AppToken(call.arguments().number("peerTokenId").orElse(0L));
    return new SessionQuery(
        DeviceIdentity.of(peer).udid(), end(call, "local", token), end(call, "peer", theirs));
  }

  private static SessionQuery.End end(RunningCall call, String which, AppToken token) {
    long user = call.arguments().number(which + "UserId").orElse(100L);
    return new SessionQuery.End(
        new OsAccountId((int) user),
        token,
        call.arguments()
            .text(which + "AccountId")
            .flatMap(text -> Legal.id(text, AccountId::new))
            .map(AccountId::hash));
  }
}
