package dev.trustring.atm.kit;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A call of the kit that may change what it has stored (access-token §6.1). Each is a success also
 * when nothing comes of it; once something has, it is kept as what happened.
 */
public sealed interface KitChange {
  /** The state that follows. */
  KitState appliedTo(KitState before);

  /** Gives an app a permission that users grant. */
  record GrantUserGrantedPermission(String bundle, String name, int userId) implements KitChange {
    @Override
    public KitState appliedTo(KitState before) {
      return set(before, ofUser(bundle, userId), name, true);
    }
  }

  /** Takes such a permission from an app. */
  record RevokeUserGrantedPermission(String bundle, String name, int userId) implements KitChange {
    @Override
    public KitState appliedTo(KitState before) {
      return set(before, ofUser(bundle, userId), name, false);
    }
  }

  /** Gives an app a permission that the system grants, for all users. */
  record GrantSystemGrantedPermission(String bundle, String name) implements KitChange {
    @Override
    public KitState appliedTo(KitState before) {
      return set(before, ofAllUsers(bundle), name, true);
    }
  }

  /** Takes such a permission from an app. */
  record RevokeSystemGrantedPermission(String bundle, String name) implements KitChange {
    @Override
    public KitState appliedTo(KitState before) {
      return set(before, ofAllUsers(bundle), name, false);
    }
  }

  /** An app requests permissions that users grant. */
  record AddUserGrantedReqPermissions(String bundle, List<String> names, int userId)
      implements KitChange {
    public AddUserGrantedReqPermissions {
      names = List.copyOf(names);
    }

    @Override
    public KitState appliedTo(KitState before) {
      return add(before, ofUser(bundle, userId), names);
    }
  }

  /** An app requests permissions that the system grants. */
  record AddSystemGrantedReqPermissions(String bundle, List<String> names) implements KitChange {
    public AddSystemGrantedReqPermissions {
      names = List.copyOf(names);
    }

    @Override
    public KitState appliedTo(KitState before) {
      return add(before, ofAllUsers(bundle), names);
    }
  }

  /** An app of a user requests no permissions any more that users grant. */
  record RemoveUserGrantedReqPermissions(String bundle, int userId) implements KitChange {
    @Override
    public KitState appliedTo(KitState before) {
      return change(before, ofUser(bundle, userId), NavigableMap::clear);
    }
  }

  /** An app requests no permissions any more that the system grants. */
  record RemoveSystemGrantedReqPermissions(String bundle) implements KitChange {
    @Override
    public KitState appliedTo(KitState before) {
      return change(before, ofAllUsers(bundle), NavigableMap::clear);
    }
  }

  /**
   * Defines permissions; invalid ones are skipped, and a name that is defined stays as it is (our
   * choice, unverified).
   */
  record AddDefPermissions(List<KitDefinition> definitions) implements KitChange {
    public AddDefPermissions {
      definitions = List.copyOf(definitions);
    }

    @Override
    public KitState appliedTo(KitState before) {
      return before.define(
          defined -> {
            definitions.stream()
                .filter(KitDefinition::isValid)
                .forEach(definition -> defined.putIfAbsent(definition.name(), definition));
            return defined;
          });
    }
  }

  /** Removes what an app has defined; who holds it keeps a row that no verification looks at. */
  record RemoveDefPermissions(String bundle) implements KitChange {
    @Override
    public KitState appliedTo(KitState before) {
      return before.define(
          defined -> {
            defined.values().removeIf(definition -> definition.bundle().equals(bundle));
            return defined;
          });
    }
  }

  private static Optional<KitState.Holder> ofUser(String bundle, int userId) {
    return Kit.isName(bundle) && userId >= 0
        ? Optional.of(new KitState.Holder(bundle, userId))
        : Optional.empty();
  }

  private static Optional<KitState.Holder> ofAllUsers(String bundle) {
    return Kit.isName(bundle)
        ? Optional.of(new KitState.Holder(bundle, KitState.Holder.ALL_USERS))
        : Optional.empty();
  }

  /** Nothing comes of it if the name is undefined, of the other mode, or not requested. */
  private static KitState set(
      KitState before, Optional<KitState.Holder> holder, String name, boolean granted) {
    return change(
        before,
        holder.filter(known -> isOfMode(before, name, known)),
        held -> held.computeIfPresent(name, (key, old) -> new KitState.Held(granted, old.flags())));
  }

  private static KitState add(
      KitState before, Optional<KitState.Holder> holder, List<String> names) {
    return change(
        before,
        holder,
        held ->
            names.stream()
                .filter(name -> isOfMode(before, name, holder.orElseThrow()))
                .forEach(name -> held.putIfAbsent(name, KitState.Held.NOT_YET)));
  }

  private static KitState change(
      KitState before,
      Optional<KitState.Holder> holder,
      Consumer<NavigableMap<String, KitState.Held>> change) {
    return holder
        .map(
            known ->
                before.hold(
                    known,
                    held -> {
                      change.accept(held);
                      return held;
                    }))
        .orElse(before);
  }

  private static boolean isOfMode(KitState state, String name, KitState.Holder holder) {
    int mode =
        holder.userId() == KitState.Holder.ALL_USERS
            ? KitDefinition.SYSTEM_GRANT
            : KitDefinition.USER_GRANT;
    return state.definition(name).filter(found -> found.grantMode() == mode).isPresent();
  }
}
