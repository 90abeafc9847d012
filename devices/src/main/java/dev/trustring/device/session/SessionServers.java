package dev.trustring.device.session;

import dev.trustring.device.net.SessionCode;
import dev.trustring.device.net.SessionName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The session servers of a device. The notes give no code for too many of them; that of too many
 * sessions is taken (unverified).
 */
final class SessionServers {

  private static final int OF_ONE_MAX = 32;
  private static final int OF_ALL_MAX = 100;

  /**
   * A name that a process listens under.
   *
   * @param refuses whether it refuses every session
   */
  record Server(SessionOwner owner, boolean refuses) {}

  private final Map<SessionName, Server> servers = new TreeMap<>();

  /** Why a process may not listen under a name; else it does. */
  Optional<SessionCode> create(SessionCall.CreateServer asked) {
    Optional<Server> there = find(asked.name());
    boolean taken = there.filter(one -> !one.owner().isSameProcessAs(asked.owner())).isPresent();
    if (taken || !SessionNames.STANDARD.mayUse(asked.owner(), asked.name())) {
      return Optional.of(SessionCode.PERMISSION_DENIED);
    }
    long own =
        servers.values().stream().filter(one -> one.owner().isSameProcessAs(asked.owner())).count();
    if (there.isEmpty() && (own >= OF_ONE_MAX || servers.size() >= OF_ALL_MAX)) {
      return Optional.of(SessionCode.TOO_MANY);
    }
    servers.put(asked.name(), new Server(asked.owner(), asked.refuses()));
    return Optional.empty();
  }

  /** Why a process cannot end a server; else it does. */
  Optional<SessionCode> remove(SessionCall.RemoveServer asked) {
    Optional<SessionCode> refused = refusesToOpenFrom(asked.owner(), asked.name());
    if (refused.isEmpty()) {
      servers.remove(asked.name());
    }
    return refused;
  }

  /** Why a process may not act under a name: it may not use it, or does not listen under it. */
  Optional<SessionCode> refusesToOpenFrom(SessionOwner owner, SessionName name) {
    if (!SessionNames.STANDARD.mayUse(owner, name)) {
      return Optional.of(SessionCode.PERMISSION_DENIED);
    }
    return find(name).filter(one -> one.owner().isSameProcessAs(owner)).isPresent()
        ? Optional.empty()
        : Optional.of(SessionCode.NOT_ITS_SERVER);
  }

  Optional<Server> find(SessionName name) {
    return Optional.ofNullable(servers.get(name));
  }
}
