package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.policy.UserPolicy;
import dev.trustring.atm.token.HapToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What does not outlive a restart although it is stored here: what was allowed for this time, what
 * was granted for seconds, and user policies that are not to persist (access-token §3.4, §3.8).
 * Nobody listens yet.
 */
final class Startup {
  private Startup() {}

  static Atm.Decision decide(Ground ground) {
    List<Atm.Event> events = new ArrayList<>();
    for (UserPolicy policy : ground.state().policy().userPolicies()) {
      if (!policy.persistent()) {
        events.addAll(UserPolicies.cleared(Atm.evolve(ground.state(), events), policy.name()));
      }
    }
    AtmState unrestricted = Atm.evolve(ground.state(), events);
    unrestricted.tokens().values().forEach(token -> events.addAll(ended(token)));
    return new Atm.Decision(
        events, List.of(), Optional.of(new Atm.Reply.Changed()), ground.pending());
  }

  private static List<Atm.Event> ended(HapToken token) {
    List<Atm.Event> events = new ArrayList<>();
    token
        .permissions()
        .forEach(
            (name, held) -> {
              boolean brief = name.equals(ShortGrants.NAME) && isShort(held);
              if (ThisTime.isTemporary(held) || brief) {
                events.add(
                    new Atm.Event.PermissionChanged(
                        token.identity(), name, held, new GrantState(false, held.flags())));
              }
            });
    return events;
  }

  /** Only a running short grant sets this permission to flag 2. */
  private static boolean isShort(GrantState held) {
    return held.granted() && held.has(PermissionFlag.USER_FIXED);
  }
}
