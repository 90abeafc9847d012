package dev.trustring.trust.group;

import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.ledger.Group;
import dev.trustring.trust.ledger.TrustEvent;
import java.util.List;
import java.util.Optional;

/**
 * What a call leads to.
 *
 * @param groups those that the caller is told of
 */
public record GroupOutcome(
    Optional<GroupError> error,
    List<Group> groups,
    List<TrustEvent> events,
    List<TrustEffect> effects) {
  public GroupOutcome {
    groups = List.copyOf(groups);
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }

  static GroupOutcome refused(GroupError error) {
    return new GroupOutcome(Optional.of(error), List.of(), List.of(), List.of());
  }

  static GroupOutcome told(List<Group> groups) {
    return new GroupOutcome(Optional.empty(), groups, List.of(), List.of());
  }
}
