package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.lite.Lite;
import dev.trustring.atm.lite.LiteClient;
import dev.trustring.atm.lite.LiteCode;
import dev.trustring.atm.lite.PermissionSaved;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The permission calls of mini and small systems (access-token §6.2). An app is named by its alias
 * where C code passes its bundle name; a missing argument stands for a null pointer.
 */
final class LiteCall implements PlatformCall {

  /** What an app that asks runs under, unless it says so; beyond the system's own uids. */
  static final int UID_OF_APPS = 10_000;

  /** What the settings app and its like run under, which is the system's foundation process. */
  static final int UID_OF_SYSTEM = 7;

  static final Param CALLING_UID =
      Param.optional(
          "callingUid", ParamType.INTEGER, "who asks; 10000 for an app, 7 for the system");

  private static final Param APP = Param.optional("app", ParamType.APP, "the app that is meant");
  private static final Param NAME =
      Param.optional("permissionName", ParamType.TEXT, "the permission, by full name");
  private static final Param UID =
      Param.required("uid", ParamType.INTEGER, "the uid under which the app runs");

  private static final List<LiteCode> BAD_CALL = List.of(LiteCode.INVALID_PARAMS);
  private static final List<LiteCode> NO_FILE =
      List.of(LiteCode.INVALID_PARAMS, LiteCode.FILE_NOT_EXIST);
  private static final List<LiteCode> NOT_HELD =
      List.of(LiteCode.INVALID_PARAMS, LiteCode.PERM_NOT_EXIST, LiteCode.FILE_NOT_EXIST);
  private static final List<LiteCode> NOT_RUNNING =
      List.of(LiteCode.INVALID_PARAMS, LiteCode.PERM_NOT_EXIST, LiteCode.TASKID_NOT_EXIST);

  private final CallSpec spec;
  private final Function<Asked, Lite.Command> command;

  private LiteCall(
      String name,
      List<Param> params,
      List<LiteCode> codes,
      String meaning,
      Function<Asked, Lite.Command> command) {
    this.spec =
        new CallSpec(
            new CallName("PermissionLite." + name),
            params,
            "what the C function returns, or the list",
            codes.stream().map(LiteCall::failure).toList(),
            meaning);
    this.command = command;
  }

  /** The arguments of a call as the commands want them. */
  private record Asked(RunningCall call) {

    Arguments arguments() {
      return call.arguments();
    }

    Optional<String> identifier() {
      return arguments().text("app").flatMap(call::market).map(app -> app.bundle().value());
    }

    Optional<String> name() {
      return arguments().text("permissionName");
    }

    int number(String param) {
      return LiteCall.number(arguments(), param, -1);
    }

    int callingUid() {
      return LiteCall.callingUid(call);
    }
  }

  private static Failure failure(LiteCode code) {
    return new Failure(Integer.toString(code.number()), code.meaning());
  }

  /** All of them. */
  static List<PlatformCall> all() {
    return Stream.of(byApp(), byUid(), livesOfApps()).flatMap(List::stream).toList();
  }

  private static List<PlatformCall> byApp() {
    return List.of(
        new CheckLite("CheckPermission", true),
        new CheckLite("CheckSelfPermission", false),
        new LiteCall(
            "QueryPermission",
            List.of(APP),
            NO_FILE,
            "Lists what an app declares and holds.",
            asked -> new Lite.Command.QueryPermission(asked.identifier())),
        new LiteCall(
            "GrantPermission",
            List.of(APP, NAME),
            NOT_HELD,
            "Gives an app a permission.",
            asked -> new Lite.Command.GrantPermission(asked.identifier(), asked.name())),
        new LiteCall(
            "RevokePermission",
            List.of(APP, NAME),
            NOT_HELD,
            "Takes a permission from an app.",
            asked -> new Lite.Command.RevokePermission(asked.identifier(), asked.name())));
  }

  private static List<PlatformCall> byUid() {
    return List.of(
        new LiteCall(
            "GrantRuntimePermission",
            List.of(UID, NAME),
            NOT_RUNNING,
            "Gives the app under a uid a permission.",
            asked -> new Lite.Command.GrantRuntimePermission(asked.number("uid"), asked.name())),
        new LiteCall(
            "RevokeRuntimePermission",
            List.of(UID, NAME, CALLING_UID),
            NOT_RUNNING,
            "Takes a permission from the app under a uid.",
            asked ->
                new Lite.Command.RevokeRuntimePermission(
                    asked.callingUid(), asked.number("uid"), asked.name())),
        new LiteCall(
            "UpdatePermissionFlags",
            List.of(
                APP, NAME, Param.required("flags", ParamType.INTEGER, "0, or 2: decided for good")),
            NO_FILE,
            "Sets the flags of a permission of an app.",
            asked ->
                new Lite.Command.UpdatePermissionFlags(
                    asked.identifier(), asked.name(), asked.number("flags"))));
  }

  private static List<PlatformCall> livesOfApps() {
    return List.of(
        new LiteCall(
            "LoadPermissions",
            List.of(APP, UID),
            BAD_CALL,
            "Tells that an app starts under a uid.",
            asked -> new Lite.Command.LoadPermissions(asked.identifier(), asked.number("uid"))),
        new LiteCall(
            "UnLoadPermissions",
            List.of(UID),
            List.of(),
            "Tells that the app under a uid stops.",
            asked -> new Lite.Command.UnLoadPermissions(asked.number("uid"))),
        new LiteCall(
            "DeletePermissions",
            List.of(APP),
            BAD_CALL,
            "Forgets an app.",
            asked -> new Lite.Command.DeletePermissions(asked.identifier())));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    call.lite(command.apply(new Asked(call)), reply -> call.answer(outcome(reply)));
  }

  static int callingUid(RunningCall call) {
    boolean isApp = call.caller() instanceof Caller.App;
    return number(call.arguments(), "callingUid", isApp ? UID_OF_APPS : UID_OF_SYSTEM);
  }

  private static int number(Arguments arguments, String param, int otherwise) {
    return arguments
        .number(param)
        .filter(number -> number == number.intValue())
        .map(Long::intValue)
        .orElse(otherwise);
  }

  static CallOutcome outcome(Lite.Reply reply) {
    if (reply instanceof Lite.Reply.Listed listed) {
      ArrayNode list = Answer.object().arrayNode();
      listed.permissions().forEach(held -> list.add(asJson(held)));
      return CallOutcome.of(list);
    }
    if (reply instanceof Lite.Reply.Checked checked) {
      return checked.result() == LiteCode.INVALID_PARAMS.number()
          ? failed(LiteCode.INVALID_PARAMS)
          : CallOutcome.of(IntNode.valueOf(checked.result()));
    }
    if (reply instanceof Lite.Reply.Code done) {
      return done.code() == LiteCode.SUCCESS
          ? CallOutcome.of(IntNode.valueOf(0))
          : failed(done.code());
    }
    throw new AssertionError(reply);
  }

  private static CallOutcome failed(LiteCode code) {
    return CallOutcome.failed(code.number(), "PERM_" + code.name(), code.meaning());
  }

  private static ObjectNode asJson(PermissionSaved held) {
    return Answer.object()
        .put("name", held.name())
        .put("desc", held.desc())
        .put("granted", held.granted() ? Lite.GRANTED : Lite.NOT_GRANTED)
        .put("flags", held.flags());
  }

  /** A check, which processes of the system answer to themselves. */
  private static final class CheckLite implements PlatformCall {

    private final CallSpec spec;
    private final boolean ofAnother;

    CheckLite(String name, boolean ofAnother) {
      this.ofAnother = ofAnother;
      this.spec =
          new CallSpec(
              new CallName("PermissionLite." + name),
              ofAnother ? List.of(UID, NAME, CALLING_UID) : List.of(NAME, CALLING_UID),
              "1 granted, 0 not, -1 unknown",
              List.of(failure(LiteCode.INVALID_PARAMS)),
              ofAnother
                  ? "Tells whether the app under a uid holds a permission."
                  : "Tells whether the asking app holds a permission.");
    }

    @Override
    public CallSpec spec() {
      return spec;
    }

    @Override
    public void start(RunningCall call) {
      Asked asked = new Asked(call);
      int uid = ofAnother ? asked.number("uid") : asked.callingUid();
      Optional<Integer> alone = LiteClient.checkAlone(asked.callingUid(), true);
      if (alone.isPresent()) {
        call.answer(CallOutcome.of(IntNode.valueOf(alone.get())));
        return;
      }
      call.lite(
          new Lite.Command.CheckPermission(uid, asked.name()),
          reply -> call.answer(outcome(reply)));
    }
  }
}
