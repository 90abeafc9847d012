package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.TokenCaller;
import dev.trustring.atm.TokenCommand;
import dev.trustring.atm.install.HapInfoParams;
import dev.trustring.atm.install.HapPolicyParams;
import dev.trustring.atm.install.RequestedState;
import dev.trustring.atm.install.UpdateHapInfoParams;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenType;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.profile.AppPackage;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** An app's package as installers describe it to the AccessTokenManager (access-token §1.4). */
final class HapPackage {

  static final Param API_VERSION =
      Param.optional("apiVersion", ParamType.INTEGER, "what it targets; 12 if not given");

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
    HapInfoParams info =
        new HapInfoParams(
            asked.user(),
            app.bundle().value(),
            asked.number("instIndex", 0),
            0,
            app.bundle().value(),
            API_VERSION_OF_TODAY,
            app.systemApp(),
            app.distributionType(),
            false,
            0,
            false,
            provision(app));
    return new TokenCommand.AllocHapToken(
        installer(asked),
        info,
        policy(app)
            .withStates(
                app.requested().stream()
                    .map(name -> new RequestedState(name.value(), status, flags))
                    .toList()));
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
