package dev.trustring.device.session;

import dev.trustring.device.net.SessionName;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Blocks two names and a peer between which opening a session failed too often (trust-and-softbus
 * §5.2): 10 times in 60 s block them for 600 s, one success clears them.
 */
final class BindGuard {

  private static final int MOST = 10;
  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final Duration BLOCK = Duration.ofMinutes(10);

  /** Two session names and a peer. */
  record Triple(SessionName from, SessionName to, DeviceName peer) implements Comparable<Triple> {
    @Override
    public int compareTo(Triple other) {
      int byFrom = from.compareTo(other.from);
      int byTo = byFrom != 0 ? byFrom : to.compareTo(other.to);
      return byTo != 0 ? byTo : peer.compareTo(other.peer);
    }
  }

  private final Map<Triple, List<Instant>> failures = new TreeMap<>();
  private final Map<Triple, Instant> blockedUntil = new TreeMap<>();

  boolean blocks(Triple triple, Instant now) {
    return now.isBefore(blockedUntil.getOrDefault(triple, Instant.MIN));
  }

  void failed(Triple triple, Instant now) {
    List<Instant> recent = failures.computeIfAbsent(triple, absent -> new ArrayList<>());
    recent.removeIf(at -> Duration.between(at, now).compareTo(WITHIN) > 0);
    recent.add(now);
    if (recent.size() >= MOST) {
      blockedUntil.put(triple, now.plus(BLOCK));
      failures.remove(triple);
    }
  }

  void succeeded(Triple triple) {
    failures.remove(triple);
    blockedUntil.remove(triple);
  }
}
