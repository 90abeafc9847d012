package dev.trustring.atm.kit;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What the kit has stored.
 *
 * @param definitions by name
 * @param holders what apps hold, by app and user
 */
public record KitState(
    NavigableMap<String, KitDefinition> definitions,
    NavigableMap<Holder, NavigableMap<String, Held>> holders) {
  /** Nothing is defined and nobody holds anything. */
  public static final KitState EMPTY = new KitState(new TreeMap<>(), new TreeMap<>());

  public KitState {
    definitions = Collections.unmodifiableNavigableMap(new TreeMap<>(definitions));
    holders = Collections.unmodifiableNavigableMap(new TreeMap<>(holders));
  }

  /**
   * An app of a user.
   *
   * @param userId {@link #ALL_USERS} for what the system grants, which counts for every user
   */
  public record Holder(String bundle, int userId) implements Comparable<Holder> {
    static final int ALL_USERS = -1;

    @Override
    public int compareTo(Holder other) {
      int byBundle = bundle.compareTo(other.bundle);
      return byBundle != 0 ? byBundle : Integer.compare(userId, other.userId);
    }
  }

  /** What an app holds of a permission that it requests. */
  public record Held(boolean granted, int flags) {
    static final Held NOT_YET = new Held(false, 0);
  }

  Optional<KitDefinition> definition(String name) {
    return Optional.ofNullable(definitions.get(name));
  }

  Optional<Held> held(Holder holder, String name) {
    return Optional.ofNullable(holders.get(holder)).map(held -> held.get(name));
  }

  KitState define(UnaryOperator<NavigableMap<String, KitDefinition>> change) {
    return new KitState(change.apply(new TreeMap<>(definitions)), holders);
  }

  KitState hold(Holder holder, UnaryOperator<NavigableMap<String, Held>> change) {
    NavigableMap<Holder, NavigableMap<String, Held>> after = new TreeMap<>(holders);
    NavigableMap<String, Held> held =
        change.apply(new TreeMap<>(after.getOrDefault(holder, new TreeMap<>())));
    if (held.isEmpty()) {
      after.remove(holder);
    } else {
      after.put(holder, held);
    }
    return new KitState(definitions, after);
  }
}
