package dev.trustring.atm;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.TokenId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks that several calls make; which come first is for each call to say. */
final class Checks {
  private Checks() {}

  /** The refusal of the first check that has one. */
  static Optional<AtmRefusal> first(List<Supplier<Optional<AtmRefusal>>> checks) {
    return checks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  /** This refusal if the condition does not hold. */
  static Optional<AtmRefusal> unless(boolean condition, AtmRefusal why) {
    return condition ? Optional.empty() : Optional.of(why);
  }

  static Optional<AtmRefusal> name(String name) {
    return unless(PermissionName.isLegal(name), AtmRefusal.BAD_NAME);
  }

  static Optional<AtmRefusal> notZero(TokenRef ref) {
    return unless(!isId(ref, TokenId.INVALID), AtmRefusal.TOKEN_ZERO);
  }

  /** No API takes the derived id of a render process (access-token §1.1). */
  static Optional<AtmRefusal> notOfRender(TokenRef ref) {
    boolean render = ref instanceof TokenRef.ById byId && byId.id().isRender();
    return unless(!render, AtmRefusal.TOKEN_OF_RENDER);
  }

  /** A stand-in of a remote app is nobody's to change (access-token §5.7). */
  static Optional<AtmRefusal> ownAndKnown(Ground ground, TokenRef ref) {
    if (ref instanceof TokenRef.ById byId && ground.isRemote(byId.id())) {
      return Optional.of(AtmRefusal.TOKEN_REMOTE);
    }
    return unless(ground.token(ref).isPresent(), AtmRefusal.TOKEN_UNKNOWN);
  }

  private static boolean isId(TokenRef ref, TokenId id) {
    return ref instanceof TokenRef.ById byId && byId.id().equals(id);
  }
}
