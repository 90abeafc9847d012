package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.TokenQuery;
import dev.trustring.atm.TokenReply;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.ProcessToken;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.RunningCall;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who may ask HiChain (trust-and-softbus §1.2): a process of the system, if its token is of level
 * system_basic or higher and the list of the call names it. The settings app stands for any
 * process; it stands for the device manager unless the call says for which other one. The lists,
 * and the permission that the calls about credentials want, are those of the platform's public
 * sources.
 *
 * @param listed the processes that may make the call; any may if there are none
 * @param wanted the permission that it wants; a call that wants one lets apps through as well
 */
record HiChainDoor(List<String> listed, Optional<PermissionName> wanted) {
  private static final String DEVICE_MANAGER = "device_manager";
  private static final String WATCH = "watch_system_service";
  private static final int DENIED = 12307;

  static final Param PROCESS =
      Param.optional(
          "process", ParamType.TEXT, "the calling process; the device manager if not given");

  /** Changes of groups. */
  static final HiChainDoor TO_GROUPS =
      new HiChainDoor(List.of(DEVICE_MANAGER, WATCH), Optional.empty());

  /** Changes of many members at once. */
  static final HiChainDoor TO_MANY = new HiChainDoor(List.of(DEVICE_MANAGER), Optional.empty());

  /** Questions about groups. */
  static final HiChainDoor TO_ANY_PROCESS = new HiChainDoor(List.of(), Optional.empty());

  /** All about credentials. */
  static final HiChainDoor TO_CREDENTIALS =
      new HiChainDoor(List.of(), Optional.of(PermissionName.of("MANAGE_DEVICE_AUTH_CRED")));

  HiChainDoor {
    listed = List.copyOf(listed);
  }

  Failure closed() {
    String when = wanted.isPresent() ? "or the permission" : "or the list";
    return new Failure(Integer.toString(DENIED), "the caller lacks the level, " + when);
  }

  /** Goes on with the name of the caller if it may. */
  void pass(RunningCall call, Consumer<String> then) {
    if (call.caller() instanceof Caller.App app) {
      passApp(call, app, then);
      return;
    }
    Optional<String> named = call.arguments().text(PROCESS.name());
    String process = named.orElse(DEVICE_MANAGER);
    if (!listed.isEmpty() && !listed.contains(process)) {
      deny(call);
    } else if (named.isEmpty()) {
      then.accept(process);
    } else {
      call.atm(
          new TokenQuery.GetNativeTokenInfo(process),
          reply -> {
            if (opensFor(((TokenReply.NativeTokenInfoTold) reply).process())) {
              then.accept(process);
            } else {
              deny(call);
            }
          });
    }
  }

  private void passApp(RunningCall call, Caller.App app, Consumer<String> then) {
    if (wanted.isEmpty()) {
      deny(call);
      return;
    }
    call.atm(
        new Atm.Command.Verify(app.identity(), wanted.get()),
        reply -> {
          if (((Atm.Reply.Verified) reply).permission().granted()) {
            then.accept(app.shortForm());
          } else {
            deny(call);
          }
        });
  }

  private boolean opensFor(Optional<ProcessToken> token) {
    return token
        .filter(process -> process.apl().reaches(Apl.SYSTEM_BASIC))
        .filter(process -> process.permissions().containsAll(wanted.stream().toList()))
        .isPresent();
  }

  private static void deny(RunningCall call) {
    call.answer(
        CallOutcome.failed(
            DENIED, "HC_ERR_IPC_PERMISSION_DENIED", "the caller may not ask HiChain for this"));
  }
}
