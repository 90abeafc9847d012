package dev.trustring.atm;

import dev.trustring.atm.policy.DevicePolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole state of an AccessTokenManager as it is stored now and then: the shortest history that
 * leads there. So it is written, read and versioned like any events, and is no second form of it
 * all.
 */
public record AtmSnapshot(List<Atm.Event> history) {
  public AtmSnapshot {
    history = List.copyOf(history);
  }

  /** The snapshot of a state. Whatever a state can hold has its events here. */
  public static AtmSnapshot of(AtmState state) {
    List<Atm.Event> history = new ArrayList<>();
    state.tokens().values().forEach(token -> history.add(new Atm.Event.TokenCreated(token)));
    state
        .details()
        .forEach((identity, known) -> history.add(new TokenEvent.HapDetailed(identity, known)));
    state
        .processes()
        .values()
        .forEach(process -> history.add(new TokenEvent.ProcessTokenSet(process)));
    state.reserved().forEach(id -> history.add(new TokenEvent.TokenIdReserved(id)));
    history.addAll(leadingTo(state.policy()));
    return new AtmSnapshot(history);
  }

  private static List<PolicyEvent> leadingTo(DevicePolicy policy) {
    List<PolicyEvent> history = new ArrayList<>();
    policy.dialogBans().forEach(app -> history.add(new PolicyEvent.DialogBanSet(app, true)));
    policy.toggles().forEach(toggle -> history.add(new PolicyEvent.ToggleSet(toggle)));
    policy.closedSwitches().forEach(shut -> history.add(new PolicyEvent.SwitchSet(shut, false)));
    policy.userPolicies().forEach(each -> history.add(new PolicyEvent.UserPolicySet(each)));
    return history;
  }

  /** The state that it was made of. */
  public AtmState state() {
    return Atm.evolve(AtmState.EMPTY, history);
  }
}
