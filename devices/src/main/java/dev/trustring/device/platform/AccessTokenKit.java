package dev.trustring.device.platform;

import static dev.trustring.atm.refusal.AtmError.NOT_SYSTEM_APP;
import static dev.trustring.atm.refusal.AtmError.PARAM_INVALID;
import static dev.trustring.atm.refusal.AtmError.PERMISSION_DENIED;
import static dev.trustring.atm.refusal.AtmError.PERMISSION_NOT_EXIST;
import static dev.trustring.atm.refusal.AtmError.PERMISSION_WITHOUT_VALUE;
import static dev.trustring.atm.refusal.AtmError.PERM_REQUEST_CFG_FAILED;
import static dev.trustring.atm.refusal.AtmError.TOKENID_HAS_EXISTED;
import static dev.trustring.atm.refusal.AtmError.TOKENID_NOT_EXIST;
import static dev.trustring.device.platform.AtmFace.INNER;
import static dev.trustring.device.platform.AtmFace.failing;

import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmApi;
import dev.trustring.atm.TokenCommand;
import dev.trustring.atm.TokenQuery;
import dev.trustring.atm.install.NativeTokenInfoParams;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.refusal.AtmError;
import dev.trustring.atm.token.TokenId;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What processes of the system ask the AccessTokenManager about tokens (access-token §4.5). The
 * settings app stands for any of them.
 */
final class AccessTokenKit {

  private static final List<Param> OF_APP =
      List.of(
          Param.optional("userID", ParamType.INTEGER, "the user; the caller's if not given"),
          Param.required("bundleName", ParamType.TEXT, "the bundle name"),
          Param.optional("instIndex", ParamType.INTEGER, "the instance; 0 is the main one"));
  private static final Param PROCESS =
      Param.required("processName", ParamType.TEXT, "the name of the process");

  private static final Param INSTANCE =
      Param.optional("instIndex", ParamType.INTEGER, "0, or that of a clone or sandbox");

  private AccessTokenKit() {}

  /** All but those with a class of their own. */
  static List<PlatformCall> all() {
    return Stream.of(
            ids(),
            tokens(),
            installations(),
            definitions(),
            permissions(),
            processes(),
            GrantKit.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<PlatformCall> ids() {
    String lower = "the token id, 0 for none";
    return List.of(
        byNumber(
            spec(
                "GetTokenType",
                AtmParams.TOKEN,
                "0 app, 1 process, 2 shell, -1 none",
                List.of(),
                "Tells what a token id stands for that is in use here."),
            (asked, token) -> new TokenQuery.GetTokenType(token)),
        AtmCall.of(
                INNER,
                spec("GetHapTokenID", OF_APP, lower, List.of(), "Finds the token id of an app."),
                AtmCall.Door.NOBODY_FOR_APPS,
                AccessTokenKit::idOf)
            .orZero(),
        AtmCall.of(
                INNER,
                spec(
                    "GetNativeTokenId",
                    List.of(PROCESS),
                    lower,
                    List.of(),
                    "Finds the token id of a process of the system."),
                AtmCall.Door.NOBODY_FOR_APPS,
                asked -> new TokenQuery.GetNativeTokenId(asked.text("processName")))
            .orZero());
  }

  private static Atm.Command idOf(AtmAsked asked) {
    return new TokenQuery.GetHapTokenId(
        asked.number("userID", asked.user()),
        asked.text("bundleName"),
        asked.number("instIndex", 0));
  }

  private static List<PlatformCall> tokens() {
    return List.of(
        AtmCall.ofNumber(
            INNER,
            spec(
                "GetHapTokenInfo",
                AtmParams.TOKEN,
                "{ver, userID, bundleName, apiVersion, instIndex, dlpType, tokenID, tokenAttr}",
                failing(PERMISSION_DENIED, PARAM_INVALID, TOKENID_NOT_EXIST),
                "Tells what is stored of an app."),
            AtmCall.Door.SYSTEM,
            (asked, token) -> new TokenQuery.GetHapTokenInfo(token)),
        open(
            spec(
                "DumpTokenInfo",
                List.of(
                    Param.optional("tokenID", ParamType.INTEGER, "of this token only"),
                    Param.optional("bundleName", ParamType.TEXT, "of this bundle only"),
                    Param.optional(
                        "developerMode", ParamType.BOOLEAN, "of the device; true if not given")),
                "a text",
                failing(PARAM_INVALID),
                "Prints tokens with their permissions, as a shell sees them."),
            asked ->
                new AtmApi.DumpTokens(
                    asked.caller(),
                    asked.givenTokenId(),
                    Optional.of(asked.text("bundleName")).filter(text -> !text.isEmpty()),
                    asked.flag("developerMode", true))));
  }

  private static List<PlatformCall> installations() {
    return List.of(
        AtmCall.ofLegal(
            INNER,
            spec(
                "InitHapToken",
                List.of(
                    Param.required("app", ParamType.APP, "the app"),
                    INSTANCE,
                    HapPackage.DLP_TYPE,
                    HapPackage.API_VERSION,
                    HapPackage.FORMER_ID,
                    HapPackage.PRE_AUTHORIZED,
                    Param.optional(
                        "isDebugGrant",
                        ParamType.BOOLEAN,
                        "whether a debug app holds its user_grant permissions at once")),
                "the token id",
                failing(
                    PARAM_INVALID, PERMISSION_DENIED, TOKENID_HAS_EXISTED, PERM_REQUEST_CFG_FAILED),
                "Gives an app, a clone or a sandbox of it a token, with all checks."),
            AtmCall.Door.OPEN,
            HapPackage::init),
        AtmCall.of(
                INNER,
                spec(
                    "AllocHapToken",
                    List.of(
                        Param.required("app", ParamType.APP, "the app"),
                        INSTANCE,
                        Param.optional("grantStatus", ParamType.INTEGER, "0 granted, -1 denied"),
                        Param.optional("grantFlags", ParamType.INTEGER, "flags of each state")),
                    "the token id, 0 for none",
                    List.of(),
                    "Installs an app as old versions did: states as told, no level looked at."),
                AtmCall.Door.OPEN,
                HapPackage::alloc)
            .orZero());
  }

  private static List<PlatformCall> definitions() {
    return List.of(
        open(
            spec(
                "GetDefPermission",
                List.of(AtmParams.NAME),
                "what the platform says of it",
                failing(PARAM_INVALID, PERMISSION_NOT_EXIST),
                "Looks a permission up."),
            asked -> new AtmApi.GetDefinition(asked.caller(), asked.name())));
  }

  private static List<PlatformCall> permissions() {
    return List.of(
        open(
            spec(
                "GetReqPermissions",
                AtmParams.ofToken(
                    Param.required(
                        "isSystemGrant",
                        ParamType.BOOLEAN,
                        "those of system_grant, or all others")),
                "each with grantStatus and grantFlags",
                failing(PARAM_INVALID, NOT_SYSTEM_APP, PERMISSION_DENIED, TOKENID_NOT_EXIST),
                "Lists the permissions that an app requests, as they stand."),
            asked ->
                new AtmApi.GetRequested(
                    asked.caller(), asked.token(), asked.flag("isSystemGrant", false))),
        byNumber(
            spec(
                "GetReqPermissionByName",
                AtmParams.ofToken(AtmParams.NAME),
                "the value",
                failing(
                    PARAM_INVALID,
                    TOKENID_NOT_EXIST,
                    PERMISSION_NOT_EXIST,
                    PERMISSION_WITHOUT_VALUE),
                "Tells the value that a permission of an app comes with."),
            (asked, token) -> new TokenQuery.GetReqPermissionByName(token, asked.name())),
        open(
            spec(
                "GetPermissionsStatus",
                AtmParams.ofToken(AtmParams.NAMES),
                "-1 setting, 0 pass, 1 dynamic, 2 invalid, 3 forbidden, for each",
                failing(PARAM_INVALID, NOT_SYSTEM_APP, PERMISSION_DENIED, TOKENID_NOT_EXIST),
                "Tells what a request of an app for permissions would lead to."),
            asked -> new AtmApi.GetStatuses(asked.caller(), asked.token(), asked.names())));
  }

  /** GetAccessTokenId is how a process gets its token when it starts (§1.10). */
  private static List<PlatformCall> processes() {
    return List.of(
        AtmCall.of(
            INNER,
            spec(
                "GetAccessTokenId",
                List.of(
                    PROCESS,
                    Param.required("perms", ParamType.TEXTS, "its permissions, by full name"),
                    Param.optional(
                        "aplStr", ParamType.TEXT, "its level; system_core if not given")),
                "the token id",
                failing(PERMISSION_DENIED, PARAM_INVALID),
                "Gives a process of the system its token."),
            AtmCall.Door.SYSTEM,
            asked ->
                new TokenCommand.AddNativeToken(
                    new NativeTokenInfoParams(
                        asked.text("processName"),
                        List.of(),
                        asked.texts("perms"),
                        List.of(),
                        asked.text("aplStr", Apl.SYSTEM_CORE.word())))));
  }

  private static CallSpec spec(
      String name, List<Param> params, String returns, List<AtmError> errors, String meaning) {
    return INNER.spec(name, params, returns, errors, meaning);
  }

  private static PlatformCall open(CallSpec spec, Function<AtmAsked, Atm.Command> maker) {
    return AtmCall.of(INNER, spec, AtmCall.Door.OPEN, maker);
  }

  private static PlatformCall byNumber(
      CallSpec spec, BiFunction<AtmAsked, TokenId, Atm.Command> maker) {
    return AtmCall.ofNumber(INNER, spec, AtmCall.Door.OPEN, maker);
  }
}
