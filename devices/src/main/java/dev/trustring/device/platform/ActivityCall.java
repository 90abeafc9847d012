package dev.trustring.device.platform;

import dev.trustring.atm.AtmFact;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.uptime.AppActivity.Phase;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.profile.AppPackage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The calls that change where an app is: in front, behind, gone, on a form, or at work in the
 * background. What was allowed for this time only hangs on it (access-token §3.4). They do nothing
 * else here; which permission each of them needs is taken from the platform's reference
 * (unverified).
 */
final class ActivityCall implements PlatformCall {

  private static final String MODE = "bgMode";
  private static final String LOCATION = "LOCATION";

  /** The platform's modes of continuous tasks; only a location task keeps a permission. */
  private static final List<String> MODES =
      List.of(
          "DATA_TRANSFER",
          "AUDIO_PLAYBACK",
          "AUDIO_RECORDING",
          LOCATION,
          "BLUETOOTH_INTERACTION",
          "MULTI_DEVICE_CONNECTION",
          "VOIP",
          "TASK_KEEPING");

  static final Failure NOT_PERMITTED = new Failure("201", "the system app lacks the permission");
  private static final Failure NOT_HELD =
      new Failure("201", "the app may not run in the background");

  private final CallSpec spec;
  private final Optional<PermissionName> needed;
  private final boolean bySystem;
  private final Function<TokenIdentity, AtmFact> fact;

  private ActivityCall(
      CallSpec spec,
      Optional<PermissionName> needed,
      boolean bySystem,
      Function<TokenIdentity, AtmFact> fact) {
    this.spec = spec;
    this.needed = needed;
    this.bySystem = bySystem;
    this.fact = fact;
  }

  /** All of them. */
  static List<PlatformCall> all() {
    return Stream.concat(bySystem(), byTheApp()).toList();
  }

  private static Stream<PlatformCall> bySystem() {
    return Stream.of(
        bySystem(
            "missionManager.moveMissionToFront",
            "MANAGE_MISSIONS",
            "Brings an app to the foreground.",
            app -> new AtmFact.AppMoved(app, Phase.FOREGROUND)),
        bySystem(
            "appManager.killProcessesByBundleName",
            "CLEAN_BACKGROUND_PROCESSES",
            "Ends the process of an app.",
            app -> new AtmFact.AppMoved(app, Phase.STOPPED)),
        bySystem(
            "formHost.notifyVisibleForms",
            "REQUIRE_FORM",
            "Tells that a form of an app can be seen.",
            app -> new AtmFact.FormMoved(app, true)),
        bySystem(
            "formHost.notifyInvisibleForms",
            "REQUIRE_FORM",
            "Tells that no form of an app can be seen.",
            app -> new AtmFact.FormMoved(app, false)));
  }

  private static Stream<PlatformCall> byTheApp() {
    PermissionName background = PermissionName.of("KEEP_BACKGROUND_RUNNING");
    return Stream.of(
        byTheApp(
            "UIAbilityContext.moveAbilityToBackground",
            "The calling app goes to the background.",
            app -> new AtmFact.AppMoved(app, Phase.BACKGROUND)),
        byTheApp(
            "UIAbilityContext.terminateSelf",
            "The calling app ends, and its process with it.",
            app -> new AtmFact.AppMoved(app, Phase.STOPPED)),
        new ActivityCall(
            spec(
                "backgroundTaskManager.startBackgroundRunning",
                List.of(Param.word(MODE, true, MODES, "what the app does in the background")),
                List.of(Answer.BAD_ARGUMENT, NOT_HELD, Answer.NOT_INSTALLED),
                "Starts a continuous task of the calling app."),
            Optional.of(background),
            false,
            app -> new AtmFact.LocationTaskMoved(app, true)),
        new ActivityCall(
            spec(
                "backgroundTaskManager.stopBackgroundRunning",
                List.of(),
                List.of(NOT_HELD, Answer.NOT_INSTALLED),
                "Ends the continuous task of the calling app."),
            Optional.of(background),
            false,
            app -> new AtmFact.LocationTaskMoved(app, false)));
  }

  private static ActivityCall bySystem(
      String name, String needed, String meaning, Function<TokenIdentity, AtmFact> fact) {
    List<Failure> failures =
        List.of(Answer.BAD_ARGUMENT, Install.NO_SYSTEM_APP, NOT_PERMITTED, Answer.NOT_INSTALLED);
    List<Param> params =
        List.of(Param.required("app", ParamType.APP, "the app; the platform wants a number of it"));
    return new ActivityCall(
        spec(name, params, failures, meaning), Optional.of(PermissionName.of(needed)), true, fact);
  }

  private static ActivityCall byTheApp(
      String name, String meaning, Function<TokenIdentity, AtmFact> fact) {
    return new ActivityCall(
        spec(name, List.of(), List.of(Answer.NOT_INSTALLED), meaning),
        Optional.empty(),
        false,
        fact);
  }

  private static CallSpec spec(
      String name, List<Param> params, List<Failure> failures, String meaning) {
    return new CallSpec(new CallName(name), params, "nothing", failures, meaning);
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    if (bySystem) {
      startForSystem(call);
    } else {
      startForApp(call);
    }
  }

  private void startForSystem(RunningCall call) {
    Optional<AppPackage> app = call.arguments().text("app").flatMap(call::market);
    if (app.isEmpty()) {
      call.answer(Answer.badArgument("no such app"));
      return;
    }
    TokenIdentity moved = new TokenIdentity(app.get().bundle(), call.caller().user(), 0);
    Apps.whenSystemAppHolds(call, needed.orElseThrow(), () -> tell(call, moved));
  }

  private void startForApp(RunningCall call) {
    Optional<String> mode = call.arguments().text(MODE);
    if (spec.param(MODE).isPresent() && mode.filter(MODES::contains).isEmpty()) {
      call.answer(Answer.badArgument(MODE + " is missing or none of the platform's"));
      return;
    }
    boolean matters = mode.map(LOCATION::equals).orElse(true);
    Apps.whenInstalled(
        call,
        app -> {
          Runnable move =
              matters ? () -> tell(call, app.identity()) : () -> call.answer(CallOutcome.done());
          needed.ifPresentOrElse(name -> Apps.whenHolds(call, name, move), move);
        });
  }

  private void tell(RunningCall call, TokenIdentity app) {
    AtmFact told = fact.apply(app);
    call.atm(
        told,
        reply -> {
          if (told.equals(new AtmFact.AppMoved(app, Phase.STOPPED))) {
            call.ended(app);
          }
          call.answer(CallOutcome.done());
        });
  }
}
