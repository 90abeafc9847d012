package dev.trustring.trust;

import dev.trustring.trust.account.AccountAuth;
import dev.trustring.trust.bind.AuthCode;
import dev.trustring.trust.bind.BindSession;
import java.util.List;
import java.util.Optional;

/**
 * The dialogues a device is in the middle of, whether its screen is locked, and the code it was
 * told for a bind. They live in memory: a crash forgets them, and a screen is then open again (our
 * choice, unverified).
 */
public record Sessions(
    Optional<BindSession> bind,
    List<AccountAuth> hellos,
    boolean screenLocked,
    Optional<AuthCode> imported) {
  public static final Sessions NONE =
      new Sessions(Optional.empty(), List.of(), false, Optional.empty());

  public Sessions {
    hellos = List.copyOf(hellos);
  }

  Sessions withBind(Optional<BindSession> changed) {
    return new Sessions(changed, hellos, screenLocked, imported);
  }

  Sessions withHellos(List<AccountAuth> changed) {
    return new Sessions(bind, changed, screenLocked, imported);
  }

  Sessions withScreenLocked(boolean locked) {
    return new Sessions(bind, hellos, locked, imported);
  }

  Sessions withImported(Optional<AuthCode> code) {
    return new Sessions(bind, hellos, screenLocked, code);
  }
}
