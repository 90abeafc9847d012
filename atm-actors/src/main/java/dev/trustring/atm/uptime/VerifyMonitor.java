package dev.trustring.atm.uptime;

import dev.trustring.atm.token.TokenIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Watches for apps that guess token ids (access-token §4.6).
 *
 * @param misses when each app asked about an id that does not exist, within the last minute
 * @param blocked until when an app is told that everything is denied
 */
public record VerifyMonitor(
    NavigableMap<TokenIdentity, List<Instant>> misses,
    NavigableMap<TokenIdentity, Instant> blocked) {
  /** So many misses in a minute are too many. */
  public static final int MISSES_MAX = 50;

  /** How long misses count. */
  public static final Duration WINDOW = Duration.ofSeconds(60);

  /** How long an app is blocked. */
  public static final Duration PENALTY = Duration.ofMinutes(30);

  /** Nobody has guessed yet. */
  public static final VerifyMonitor NOBODY = new VerifyMonitor(new TreeMap<>(), new TreeMap<>());

  public VerifyMonitor {
    misses = Collections.unmodifiableNavigableMap(new TreeMap<>(misses));
    blocked = Collections.unmodifiableNavigableMap(new TreeMap<>(blocked));
  }

  /** Whether this app gets no true answer about other apps now. */
  public boolean blocks(TokenIdentity app, Instant now) {
    Instant until = blocked.get(app);
    return until != null && now.isBefore(until);
  }

  /** After this app asked about an id that does not exist. */
  public VerifyMonitor missed(TokenIdentity app, Instant now) {
    List<Instant> recent = new ArrayList<>(misses.getOrDefault(app, List.of()));
    recent.removeIf(time -> !time.plus(WINDOW).isAfter(now));
    recent.add(now);
    NavigableMap<TokenIdentity, List<Instant>> allMisses = new TreeMap<>(misses);
    NavigableMap<TokenIdentity, Instant> allBlocked = new TreeMap<>(blocked);
    allMisses.put(app, List.copyOf(recent));
    if (recent.size() >= MISSES_MAX) {
      allMisses.remove(app);
      allBlocked.put(app, now.plus(PENALTY));
    }
    return new VerifyMonitor(allMisses, allBlocked);
  }

  VerifyMonitor without(TokenIdentity app) {
    NavigableMap<TokenIdentity, List<Instant>> allMisses = new TreeMap<>(misses);
    NavigableMap<TokenIdentity, Instant> allBlocked = new TreeMap<>(blocked);
    allMisses.remove(app);
    allBlocked.remove(app);
    return new VerifyMonitor(allMisses, allBlocked);
  }
}
