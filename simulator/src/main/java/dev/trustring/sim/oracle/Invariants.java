package dev.trustring.sim.oracle;

import dev.trustring.kv.rules.RuleSet;
import java.util.List;

/** Every invariant that a scenario may ask for. */
public final class Invariants {

  private Invariants() {}

  static List<Invariant> of(RuleSet rules) {
    Invariant level =
        switch (rules) {
          case OPENHARMONY -> new NoLeakAboveLevel();
          case ARTICLE -> new NoLeakWithoutTee();
        };
    return List.of(
        level,
        new NoSyncOutsideRing(),
        new NoSyncWithoutGrant(),
        new NoOlderWrite(),
        new OwnPartition(),
        new MarksGoForward(),
        new FailureHasCause(),
        new GrantedIsDeclared(),
        new NothingAfterRevocation(),
        new ConflictAsModelled(),
        new NoLostWrite(),
        new TimeGoesForward(),
        new NonDeliveryExplained(),
        new FirstCause(),
        new LogoutEndsTrust(),
        new OneBindAtATime(),
        new FailedBindLeavesNothing());
  }

  /** The names that {@code expect.always} may list. */
  public static List<String> names() {
    return of(RuleSet.OPENHARMONY).stream().map(Invariant::name).toList();
  }
}
