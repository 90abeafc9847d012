package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.TokenCaller;
import dev.trustring.atm.TokenCommand;
import dev.trustring.atm.install.HapInfoParams;
import dev.trustring.atm.install.HapPolicyParams;
import dev.trustring.atm.install.PreAuthorization;
import dev.trustring.atm.install.RequestedState;
import dev.trustring.atm.install.UpdateHapInfoParams;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenType;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.profile.AppPackage;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** An app's package as installers describe it to the AccessTokenManager (access-token §1.4). */
final class HapPackage {

  static final Param API_VERSION =
      Param.optional("apiVersion", ParamType.INTEGER, "what it targets; 12 if not given");

  static final Param DLP_TYPE =
      Param.optional(
          "dlpType",
          ParamType.INTEGER,
          "0 none, or the sandbox: 1 read, 2 full control, 3 read perm, 4 full perm");
  static final Param FORMER_ID =
      Param.optional("tokenID", ParamType.INTEGER, "the id that it had before, to be restored");
  static final Param PRE_AUTHORIZED =
      new Param(
          "preAuthorizationInfo",
          ParamType.OBJECTS,
          false,
          List.of(),
          List.of(
              AtmParams.NAME,
              Param.optional(
                  "userCancelable",
                  ParamType.BOOLEAN,
                  "whether the user may take it back; true if not given")),
          "what the maker of the device gives the app without asking");

  /** What the package manager always passes. */
  private static final String DOMAIN = "domain";

  private static final int API_VERSION_OF_TODAY = 12;
  private static final int UID_OF_APPS = 20_000_000;

  private HapPackage() {}

  /** Makes the legacy installation of the app that is meant. */
  static Atm.Command alloc(AtmAsked asked) {
    AppPackage app = asked.contents();
    int status = asked.number("grantStatus", RequestedState.DENIED);
    int flags = asked.number("grantFlags", 0);
    return new TokenCommand.AllocHapToken(
        installer(asked),
        info(asked),
        policy(app)
            .withStates(
                app.requested().stream()
                    .map(name -> new RequestedState(name.value(), status, flags))
                    .toList()));
  }

  /** Makes the installation of the app, the clone or the sandbox that is meant. */
  static Optional<Atm.Command> init(AtmAsked asked) {
    List<String> names =
        asked.objects(PRE_AUTHORIZED.name()).stream()
            .map(given -> given.text(AtmParams.NAME.name()).orElse(""))
            .toList();
    if (!names.stream().allMatch(PermissionName::isLegal)) {
      return Optional.empty();
    }
    HapPolicyParams policy =
        policy(asked.contents())
            .withPreAuthorized(
                asked.objects(PRE_AUTHORIZED.name()).stream().map(HapPackage::given).toList());
    return Optional.of(
        new TokenCommand.InitHapToken(
            installer(asked),
            info(asked),
            policy.withDebugGrant(asked.flag("isDebugGrant", false))));
  }

  private static PreAuthorization given(Arguments one) {
    return new PreAuthorization(
        new PermissionName(one.text(AtmParams.NAME.name()).orElseThrow()),
        one.flag("userCancelable", true).orElse(true));
  }

  private static HapInfoParams info(AtmAsked asked) {
    AppPackage app = asked.contents();
    boolean restored = asked.arguments().number(FORMER_ID.name()).isPresent();
    return new HapInfoParams(
        asked.user(),
        app.bundle().value(),
        asked.number("instIndex", 0),
        asked.number(DLP_TYPE.name(), 0),
        app.bundle().value(),
        apiVersion(asked),
        app.systemApp(),
        app.distributionType(),
        restored,
        asked.arguments().number(FORMER_ID.name()).map(Long::intValue).orElse(0),
        false,
        provision(app));
  }

  /** Only the package manager, for which the settings app stands, handles tokens. */
  private static TokenCaller installer(AtmAsked asked) {
    return asked.call().caller() instanceof Caller.App
        ? new TokenCaller(UID_OF_APPS, TokenType.HAP, new TreeSet<>())
        : TokenCaller.PACKAGE_MANAGER;
  }

  /**
   * What is said of a new version.
   *
   * @param refresh whether what breaks a rule is left out
   */
  static UpdateHapInfoParams update(AppPackage app, boolean refresh, int apiVersion) {
    return new UpdateHapInfoParams(
        app.bundle().value(),
        apiVersion,
        app.systemApp(),
        app.distributionType(),
        false,
        refresh,
        provision(app));
  }

  static int apiVersion(AtmAsked asked) {
    return asked.number(API_VERSION.name(), API_VERSION_OF_TODAY);
  }

  static HapPolicyParams policy(AppPackage app) {
    return new HapPolicyParams(
        app.apl().code(),
        DOMAIN,
        app.requested().stream().map(name -> RequestedState.of(name.value())).toList(),
        app.allowedAcls().stream().map(PermissionName::value).toList(),
        List.of(),
        new TreeMap<>(),
        false);
  }

  private static String provision(AppPackage app) {
    return app.debug() ? "debug" : "release";
  }
}
