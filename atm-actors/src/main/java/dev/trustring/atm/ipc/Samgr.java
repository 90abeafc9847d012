package dev.trustring.atm.ipc;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The features that processes have registered, which asks {@link IpcAuth} at both ends (seed 002):
 * for the policies when a feature registers, and for leave when somebody calls it. Memory only.
 */
public record Samgr(NavigableMap<IpcAuth.Endpoint, List<PolicyTrans>> registered) {
  /** Nothing is registered. */
  public static final Samgr EMPTY = new Samgr(new TreeMap<>());

  public Samgr {
    registered = Collections.unmodifiableNavigableMap(new TreeMap<>(registered));
  }

  /** What comes of a registration. */
  public record Registration(Samgr samgr, IpcCode code) {}

  /** A process with this uid registers a feature; without policies it is not registered. */
  public Registration register(IpcAuth auth, IpcAuth.Endpoint endpoint, int uid) {
    IpcAuth.Strategy strategy = auth.strategy(endpoint, uid);
    if (strategy.code() != IpcCode.SUCCESS) {
      return new Registration(this, strategy.code());
    }
    NavigableMap<IpcAuth.Endpoint, List<PolicyTrans>> more = new TreeMap<>(registered);
    more.put(endpoint, strategy.policies());
    return new Registration(new Samgr(more), IpcCode.SUCCESS);
  }

  /** A process with this uid calls a feature; none if nobody registered it. */
  public Optional<IpcCode> call(IpcAuth auth, IpcAuth.Endpoint endpoint, int consumerUid) {
    return registered.containsKey(endpoint)
        ? Optional.of(auth.isAllowed(endpoint, consumerUid))
        : Optional.empty();
  }
}
