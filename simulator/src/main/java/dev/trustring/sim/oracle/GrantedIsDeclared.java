package dev.trustring.sim.oracle;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapToken;
import dev.trustring.sim.world.Happening;
import java.util.List;
import java.util.Optional;

/** No app holds what it did not ask for (access-token §2). */
final class GrantedIsDeclared implements Invariant {

  @Override
  public String name() {
    return "granted-is-declared";
  }

  @Override
  public String sentence() {
    return "no app holds a permission that its manifest does not request";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (!(happening instanceof Happening.PermissionStored stored)) {
      return Optional.empty();
    }
    return shadow.tokens(stored.device()).stream()
        .flatMap(token -> undeclared(token, shadow).stream())
        .findFirst()
        .map(name -> stored.device() + " granted " + name + ", which nobody requested");
  }

  private static List<PermissionName> undeclared(HapToken token, Shadow shadow) {
    List<PermissionName> requested = shadow.requested(token.identity().bundle());
    return token.effectivelyGranted().stream().filter(name -> !requested.contains(name)).toList();
  }
}
