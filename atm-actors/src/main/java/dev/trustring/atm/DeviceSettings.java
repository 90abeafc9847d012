package dev.trustring.atm;

import dev.trustring.atm.caller.CallerRule;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.policy.DevicePolicy;
import dev.trustring.atm.policy.GlobalSwitch;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Dialog bans (access-token §3.5), request toggles and global switches (§3.7). */
final class DeviceSettings {
  private static final int CLOSED = 0;
  private static final int OPEN = 1;

  private DeviceSettings() {}

  static Atm.Decision decide(Ground ground, AtmApi call) {
    if (call instanceof AtmApi.SetDialogCap cap) {
      return dialogCap(ground, cap);
    }
    if (call instanceof AtmApi.SetToggle set) {
      return setToggle(ground, set);
    }
    if (call instanceof AtmApi.GetToggle get) {
      return getToggle(ground, get);
    }
    if (call instanceof AtmApi.SetSwitch set) {
      return setSwitch(ground, set);
    }
    throw new AssertionError(call);
  }

  private static Atm.Decision dialogCap(Ground ground, AtmApi.SetDialogCap call) {
    Optional<AtmRefusal> refusal =
        Checks.first(
            List.of(
                () -> ground.refusal(call.caller(), CallerRule.DIALOG_CAP),
                () ->
                    Checks.unless(
                        ground.state().token(call.app()).isPresent(), AtmRefusal.TOKEN_UNKNOWN)));
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    return changed(
        ground,
        ground.state().policy().bansDialogsOf(call.app()) != call.banned(),
        new PolicyEvent.DialogBanSet(call.app(), call.banned()));
  }

  private static Atm.Decision setToggle(Ground ground, AtmApi.SetToggle call) {
    Optional<AtmRefusal> refusal =
        Checks.name(call.name())
            .or(
                () ->
                    Checks.unless(
                        call.status() == CLOSED || call.status() == OPEN, AtmRefusal.BAD_STATUS))
            .or(() -> Checks.first(toggle(ground, call, call.user(), call.name())));
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    UserId user = new UserId(call.user());
    PermissionName name = new PermissionName(call.name());
    boolean open = call.status() == OPEN;
    return changed(
        ground,
        ground.state().policy().isToggleOpen(user, name) != open,
        new PolicyEvent.ToggleSet(new DevicePolicy.Toggle(user, name, open)));
  }

  private static Atm.Decision getToggle(Ground ground, AtmApi.GetToggle call) {
    Optional<AtmRefusal> refusal =
        Checks.name(call.name())
            .or(() -> Checks.first(toggle(ground, call, call.user(), call.name())));
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    boolean open =
        ground
            .state()
            .policy()
            .isToggleOpen(new UserId(call.user()), new PermissionName(call.name()));
    return ground.reply(new ApiReply.Value(open ? OPEN : CLOSED));
  }

  private static List<Supplier<Optional<AtmRefusal>>> toggle(
      Ground ground, AtmApi call, int user, String name) {
    CallerRule rule = call instanceof AtmApi.SetToggle ? CallerRule.TOGGLE : CallerRule.GET;
    return List.of(
        () -> Checks.unless(user >= 0, AtmRefusal.BAD_USER),
        () -> ground.refusal(call.caller(), rule),
        () -> Checks.unless(ground.definition(name).isPresent(), AtmRefusal.UNDEFINED),
        () ->
            Checks.unless(
                ground
                    .definition(name)
                    .filter(found -> found.grantMode() == GrantMode.USER_GRANT)
                    .isPresent(),
                AtmRefusal.TOGGLE_NOT_USER_GRANT));
  }

  /** Settings moves switches; which permission an app needs for it is not told (unverified). */
  private static Atm.Decision setSwitch(Ground ground, AtmApi.SetSwitch call) {
    Optional<GlobalSwitch> device = GlobalSwitch.of(call.device());
    if (device.isEmpty()) {
      return ground.refuse(AtmRefusal.BAD_SWITCH);
    }
    Optional<AtmRefusal> refusal = ground.refusal(call.caller(), CallerRule.VERSION);
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    return changed(
        ground,
        ground.state().policy().isOpen(device.get()) != call.open(),
        new PolicyEvent.SwitchSet(device.get(), call.open()));
  }

  private static Atm.Decision changed(Ground ground, boolean differs, Atm.Event event) {
    return ground.done(differs ? List.of(event) : List.of(), List.of(), new Atm.Reply.Changed());
  }
}
