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
 * Takes back all that the user of an app decided, also of the app and the sandboxes that share it
 * (access-token §3.3, §8). It kills no process and does not tell token sync. The ban on dialogs is
 * lifted for the named app alone (our choice, unverified).
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
    List<HapToken> sharing = new ArrayList<>(List.of(token));
    sharing.addAll(DlpSiblings.of(ground.state(), token));
    List<Atm.Event> events = new ArrayList<>();
    Uptime uptime = ground.uptime();
    for (HapToken each : sharing) {
      uptime = cleared(ground, each, uptime, events);
    }
    if (ground.state().policy().bansDialogsOf(token.identity())) {
      events.add(new PolicyEvent.DialogBanSet(token.identity(), false));
    }
    return new Atm.Decision(
        events, List.of(), Optional.of(new Atm.Reply.Changed()), ground.pending().with(uptime));
  }

  /** Adds the events of one instance; what its sandbox may not have is never granted by it. */
  private static Uptime cleared(
      Ground ground, HapToken token, Uptime before, List<Atm.Event> events) {
    Uptime uptime = before;
    for (PermissionName name : uptime.componentsOf(token.identity())) {
      uptime = uptime.withComponent(token.identity(), name, false);
    }
    for (Map.Entry<PermissionName, GrantState> held : token.permissions().entrySet()) {
      GrantState was = held.getValue();
      GrantState is = cleared(was);
      if (!is.equals(was) && ground.isAvailable(token, held.getKey())) {
        uptime = uptime.counting(was.granted() != is.granted());
        events.add(new Atm.Event.PermissionChanged(token.identity(), held.getKey(), was, is));
      }
    }
    return uptime;
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
