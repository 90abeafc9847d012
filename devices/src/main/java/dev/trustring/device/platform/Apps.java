package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.PermissionView;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.uptime.AppActivity;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.KvCaller;
import dev.trustring.kv.service.KvProcess;
import dev.trustring.kv.store.AppId;
import dev.trustring.trust.identity.OsAccountId;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Who is calling, asked in the same way by several calls. */
final class Apps {

  private Apps() {}

  /** Goes on as the calling app if it is installed; the settings app has no stores of its own. */
  static void whenInstalled(RunningCall call, Consumer<Caller.App> then) {
    whenInstalled(call, (app, found) -> then.accept(app));
  }

  /** The same with the app's token and what the app does. */
  static void whenInstalled(RunningCall call, BiConsumer<Caller.App, Atm.Reply.TokenFound> then) {
    if (!(call.caller() instanceof Caller.App app)) {
      call.answer(Answer.notInstalled("the settings app"));
      return;
    }
    call.atm(
        new Atm.Command.TokenOf(app.identity()),
        reply -> {
          if (reply instanceof Atm.Reply.TokenFound found) {
            then.accept(app, found);
          } else {
            call.answer(Answer.notInstalled(app.shortForm()));
          }
        });
  }

  /** Goes on if the caller holds DISTRIBUTED_DATASYNC. */
  static void whenPermitted(RunningCall call, Runnable then) {
    whenHolds(call, PermissionName.DISTRIBUTED_DATASYNC, then);
  }

  /** Goes on if the caller is a system app, and then if it holds the permission (§4.2). */
  static void whenSystemAppHolds(RunningCall call, PermissionName name, Runnable then) {
    if (!refusesOrdinary(call)) {
      whenHolds(call, name, then);
    }
  }

  /** Whether the caller is an app that is no system app; it has its answer then. */
  static boolean refusesOrdinary(RunningCall call) {
    boolean refused = call.caller() instanceof Caller.App app && !app.contents().systemApp();
    if (refused) {
      call.answer(Answer.notSystemApp());
    }
    return refused;
  }

  /** Goes on if the caller holds the permission; the settings app holds all that are asked for. */
  static void whenHolds(RunningCall call, PermissionName name, Runnable then) {
    whenHolds(call, name, then, () -> call.answer(Answer.noPermission(name)));
  }

  /** The same where an app that does not hold it is refused in another way. */
  static void whenHolds(RunningCall call, PermissionName name, Runnable then, Runnable refused) {
    if (!(call.caller() instanceof Caller.App app)) {
      then.run();
      return;
    }
    call.atm(
        new Atm.Command.Verify(app.identity(), name),
        reply -> {
          PermissionView view = ((Atm.Reply.Verified) reply).permission();
          if (view.granted()) {
            then.run();
          } else if (view.tokenExists()) {
            refused.run();
          } else {
            call.answer(Answer.notInstalled(app.shortForm()));
          }
        });
  }

  /**
   * The process of an app; whoever calls is taken to run, in front unless it was told otherwise.
   */
  static KvProcess process(Atm.Reply.TokenFound found) {
    return new KvProcess(
        found.token().tokenId() + "#" + found.activity().process(),
        found.activity().phase() == AppActivity.Phase.BACKGROUND);
  }

  static KvCaller asStoreUser(Caller.App app) {
    return new KvCaller(
        app.contents().bundle(),
        AppId.of(app.contents().bundle(), app.contents().signing()),
        new OsAccountId(app.user().value()),
        app.instIndex());
  }
}
