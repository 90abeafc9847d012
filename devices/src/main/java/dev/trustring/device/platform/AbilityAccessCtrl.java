package dev.trustring.device.platform;

import static dev.trustring.atm.refusal.AtmError.ALL_GRANTED;
import static dev.trustring.atm.refusal.AtmError.EXPECTED_PERMISSION_TYPE;
import static dev.trustring.atm.refusal.AtmError.IDENTITY_CHECK_FAILED;
import static dev.trustring.atm.refusal.AtmError.NOT_REVOKED_BY_USER;
import static dev.trustring.atm.refusal.AtmError.NOT_SYSTEM_APP;
import static dev.trustring.atm.refusal.AtmError.PARAM_INVALID;
import static dev.trustring.atm.refusal.AtmError.PERMISSION_DENIED;
import static dev.trustring.atm.refusal.AtmError.PERMISSION_NOT_EXIST;
import static dev.trustring.atm.refusal.AtmError.PERMISSION_RESTRICTED;
import static dev.trustring.atm.refusal.AtmError.REQUEST_EXISTS;
import static dev.trustring.atm.refusal.AtmError.SWITCH_ALREADY_OPEN;
import static dev.trustring.atm.refusal.AtmError.TOKENID_NOT_EXIST;
import static dev.trustring.device.platform.AtmFace.JS;
import static dev.trustring.device.platform.AtmFace.failing;

import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmApi;
import dev.trustring.atm.AtmApi.ChangeFace;
import dev.trustring.atm.refusal.AtmError;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What apps can ask the AccessTokenManager for (access-token §4.3). */
final class AbilityAccessCtrl {

  private static final Param STATUS =
      Param.required("status", ParamType.INTEGER, "0 closed, 1 open");
  private static final Param SWITCH =
      Param.required("type", ParamType.INTEGER, "0 camera, 1 microphone, 2 location");
  private static final Param CONTEXT =
      Param.optional(
          "context", ParamType.APP, "the app whose context is passed; the caller's if not given");
  private static final String NOTHING = "nothing";
  private static final List<AtmError> OF_CHANGES =
      failing(
          NOT_SYSTEM_APP,
          PERMISSION_DENIED,
          PARAM_INVALID,
          TOKENID_NOT_EXIST,
          PERMISSION_NOT_EXIST,
          IDENTITY_CHECK_FAILED,
          PERMISSION_RESTRICTED);
  private static final List<AtmError> OF_WIDER_CHANGES =
      Stream.concat(OF_CHANGES.stream(), Stream.of(EXPECTED_PERMISSION_TYPE)).toList();

  private AbilityAccessCtrl() {}

  /** All but those with a class of their own. */
  static List<PlatformCall> all() {
    return Stream.of(changes(), verifications(), questions(), toggles(), sheets())
        .flatMap(List::stream)
        .toList();
  }

  private static List<PlatformCall> changes() {
    return List.of(
        change("grantUserGrantedPermission", ChangeFace.USER_GRANTED, true),
        change("revokeUserGrantedPermission", ChangeFace.USER_GRANTED, false),
        change("grantPermission", ChangeFace.ANY_USERS, true),
        change("revokePermission", ChangeFace.ANY_USERS, false));
  }

  private static PlatformCall change(String name, ChangeFace face, boolean grant) {
    boolean wider = face == ChangeFace.ANY_USERS;
    return open(
        JS.spec(
            name,
            wider && !grant
                ? AtmParams.ofToken(AtmParams.NAME, AtmParams.FLAGS, AtmParams.KILL)
                : AtmParams.ofToken(AtmParams.NAME, AtmParams.FLAGS),
            NOTHING,
            wider ? OF_WIDER_CHANGES : OF_CHANGES,
            (grant ? "Grants" : "Revokes")
                + " a permission of an app in the place of its user"
                + (wider ? ", also one that is switched on in Settings only." : ".")),
        asked ->
            new AtmApi.ChangePermission(
                asked.caller(),
                face,
                asked.token(),
                asked.name(),
                grant,
                asked.number(AtmParams.FLAGS.name(), 0),
                asked.flag(AtmParams.KILL.name(), true)));
  }

  private static List<PlatformCall> verifications() {
    return List.of(
        verification("verifyAccessToken", List.of(), false),
        verification("verifyAccessTokenSync", List.of(PARAM_INVALID), true),
        verification("checkAccessToken", List.of(PARAM_INVALID), true));
  }

  private static PlatformCall verification(String name, List<AtmError> errors, boolean strict) {
    return open(
        JS.spec(
            name,
            AtmParams.ofToken(AtmParams.NAME),
            "0 when granted, -1 when not",
            errors,
            "Tells whether an app holds a permission now"
                + (strict ? "." : "; a bad parameter is a denial.")),
        asked -> new AtmApi.VerifyToken(asked.caller(), asked.token(), asked.name(), strict));
  }

  private static List<PlatformCall> questions() {
    return List.of(
        open(
            JS.spec(
                "getPermissionFlags",
                AtmParams.ofToken(AtmParams.NAME),
                "the flags",
                failing(
                    PARAM_INVALID,
                    NOT_SYSTEM_APP,
                    PERMISSION_DENIED,
                    TOKENID_NOT_EXIST,
                    PERMISSION_NOT_EXIST),
                "Tells who decided about a permission of an app."),
            asked -> new AtmApi.GetFlags(asked.caller(), asked.token(), asked.name())),
        open(
            JS.spec(
                "getVersion",
                List.of(),
                "the version",
                failing(NOT_SYSTEM_APP),
                "Tells the version of the permission data."),
            asked -> new AtmApi.GetVersion(asked.caller())),
        ofApps(
            JS.spec(
                "getSelfPermissionStatus",
                List.of(AtmParams.NAME),
                "-1 denied, 0 granted, 1 not determined, 2 invalid, 3 restricted",
                failing(PARAM_INVALID),
                "Tells what a request of the calling app for a permission would lead to."),
            asked -> new AtmApi.GetSelfStatus(asked.self(), asked.name())));
  }

  private static List<PlatformCall> toggles() {
    List<AtmError> errors =
        failing(PARAM_INVALID, NOT_SYSTEM_APP, PERMISSION_DENIED, PERMISSION_NOT_EXIST);
    return List.of(
        open(
            JS.spec(
                "setPermissionRequestToggleStatus",
                List.of(AtmParams.NAME, STATUS),
                NOTHING,
                errors,
                "Moves the caller's user's toggle for requests of a permission."),
            asked ->
                new AtmApi.SetToggle(
                    asked.caller(), asked.name(), asked.user(), asked.number("status", -1))),
        open(
            JS.spec(
                "getPermissionRequestToggleStatus",
                List.of(AtmParams.NAME),
                "0 closed, 1 open",
                errors,
                "Tells where the caller's user's toggle for requests of a permission stands."),
            asked -> new AtmApi.GetToggle(asked.caller(), asked.name(), asked.user())));
  }

  private static List<PlatformCall> sheets() {
    return List.of(
        AtmCall.ofLegal(
            JS,
            callerNeeded(
                JS.spec(
                    "requestPermissionOnSetting",
                    List.of(AtmParams.NAMES, CONTEXT),
                    "0 for each that is granted now, -1 for each that is not",
                    failing(
                        PARAM_INVALID,
                        REQUEST_EXISTS,
                        ALL_GRANTED,
                        NOT_REVOKED_BY_USER,
                        EXPECTED_PERMISSION_TYPE),
                    "Opens Settings for permissions that the user has denied.")),
            AtmCall.Door.APPS,
            asked ->
                asked
                    .legalNames()
                    .map(
                        names ->
                            new AtmApi.RequestOnSetting(asked.self(), asked.context(), names))),
        ofApps(
            JS.spec(
                "requestGlobalSwitch",
                List.of(SWITCH),
                "whether it is open now",
                failing(PARAM_INVALID, REQUEST_EXISTS, SWITCH_ALREADY_OPEN),
                "Asks the user to open a switch of the whole device."),
            asked -> new AtmApi.RequestSwitch(asked.self(), asked.number("type", -1))));
  }

  private static PlatformCall open(CallSpec spec, Function<AtmAsked, Atm.Command> maker) {
    return AtmCall.of(JS, spec, AtmCall.Door.OPEN, maker);
  }

  private static PlatformCall ofApps(CallSpec spec, Function<AtmAsked, Atm.Command> maker) {
    return AtmCall.of(JS, callerNeeded(spec), AtmCall.Door.APPS, maker);
  }

  /** Whoever calls for itself has to be there. */
  private static CallSpec callerNeeded(CallSpec spec) {
    return new CallSpec(
        spec.name(),
        spec.params(),
        spec.returns(),
        Stream.concat(spec.failures().stream(), Stream.of(Answer.NOT_INSTALLED)).toList(),
        spec.meaning());
  }
}
