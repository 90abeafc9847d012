package dev.trustring.atm.kit;

import java.util.Optional;

/** The questions of the kit (access-token §6.1). A bad parameter is answered like a no. */
public final class Kit {
  /** Longest name of a permission or a bundle. */
  public static final int NAME_MAX = 256;

  private static final int GRANTED = 0;
  private static final int NOT_GRANTED = -1;

  private Kit() {}

  static boolean isName(String text) {
    return !text.isEmpty() && text.length() <= NAME_MAX;
  }

  /**
   * VerifyPermission: 0 granted, -1 not. Without a definition it is not, whatever is stored; what
   * the system grants is the same for every user.
   */
  public static int verify(KitState state, String bundle, String name, int userId) {
    return isName(bundle) && userId >= 0 && holds(state, bundle, name, userId)
        ? GRANTED
        : NOT_GRANTED;
  }

  /** CanRequestPermission: whether a dialog may ask for it. */
  public static boolean canRequest(KitState state, String bundle, String name, int userId) {
    return isName(bundle)
        && userId >= 0
        && state
            .definition(name)
            .filter(found -> found.grantMode() == KitDefinition.USER_GRANT)
            .isPresent()
        && !holds(state, bundle, name, userId);
  }

  /** GetDefPermission: none where the platform says -1. */
  public static Optional<KitDefinition> definition(KitState state, String name) {
    return state.definition(name);
  }

  private static boolean holds(KitState state, String bundle, String name, int userId) {
    return state
        .definition(name)
        .map(
            found ->
                found.grantMode() == KitDefinition.USER_GRANT ? userId : KitState.Holder.ALL_USERS)
        .flatMap(user -> state.held(new KitState.Holder(bundle, user), name))
        .filter(KitState.Held::granted)
        .isPresent();
  }
}
