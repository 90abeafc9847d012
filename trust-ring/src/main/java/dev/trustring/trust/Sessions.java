package dev.trustring.trust;

import dev.trustring.trust.account.AccountAuth;
import dev.trustring.trust.bind.BindSession;
import java.util.List;
import java.util.Optional;

/** The dialogues a device is in the middle of. They live in memory: a crash forgets them. */
public record Sessions(Optional<BindSession> bind, List<AccountAuth> hellos) {
  public static final Sessions NONE = new Sessions(Optional.empty(), List.of());

  public Sessions {
    hellos = List.copyOf(hellos);
  }

  Sessions withBind(Optional<BindSession> changed) {
    return new Sessions(changed, hellos);
  }

  Sessions withHellos(List<AccountAuth> changed) {
    return new Sessions(bind, changed);
  }
}
