package dev.trustring.atm;

import dev.trustring.atm.caller.CallerRule;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.uptime.Uptime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes back all that the user of an app decided (access-token §3.3). It kills no process and does
 * not tell token sync; copies to sandboxes of the app are not made here.
 */
final class UserChoices {
  private UserChoices() {}

  static Atm.Decision clear(Ground ground, AtmApi.ClearUserGranted call) {
    Optional<AtmRefusal> refusal =
        Checks.first(
            List.of(
                () -> Checks.notZero(call.token()),
                () -> Checks.notOfRender(call.token()),
                () -> ground.refusal(call.caller(), CallerRule.CLEAR),
                () -> Checks.ownAndKnown(ground, call.token())));
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    HapToken token = ground.token(call.token()).orElseThrow();
    List<Atm.Event> events = new ArrayList<>();
    Uptime uptime = ground.uptime();
    for (PermissionName name : uptime.componentsOf(token.identity())) {
      uptime = uptime.withComponent(token.identity(), name, false);
    }
    for (Map.Entry<PermissionName, GrantState> held : token.permissions().entrySet()) {
      GrantState before = held.getValue();
      GrantState after = cleared(before);
      if (!after.equals(before)) {
        uptime = uptime.counting(before.granted() != after.granted());
        events.add(new Atm.Event.PermissionChanged(token.identity(), held.getKey(), before, after));
      }
    }
    if (ground.state().policy().bansDialogsOf(token.identity())) {
      events.add(new PolicyEvent.DialogBanSet(token.identity(), false));
    }
    return new Atm.Decision(
        events, List.of(), Optional.of(new Atm.Reply.Changed()), ground.pending().with(uptime));
  }

  /** What is left: what the system fixed, what was given beforehand, what admins decided. */
  static GrantState cleared(GrantState before) {
    if (before.has(PermissionFlag.SYSTEM_FIXED)) {
      return before;
    }
    int kept =
        before.flags()
            & (PermissionFlag.PRE_AUTHORIZED_CANCELABLE
                | PermissionFlag.FIXED_BY_ADMIN_POLICY
                | PermissionFlag.RESTRICTED_BY_ADMIN);
    if (before.has(PermissionFlag.PRE_AUTHORIZED_CANCELABLE)) {
      return new GrantState(true, kept);
    }
    boolean fixed = before.has(PermissionFlag.FIXED_BY_ADMIN_POLICY);
    return new GrantState(fixed && before.granted(), kept);
  }
}
