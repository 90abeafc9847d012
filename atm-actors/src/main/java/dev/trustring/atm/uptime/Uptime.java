package dev.trustring.atm.uptime;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.remote.RemoteTokens;
import dev.trustring.atm.token.TokenIdentity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the AccessTokenManager keeps in memory only; a restart forgets it.
 *
 * @param components what each app was granted by a tapped security component (§3.3)
 * @param activities the apps of which it was told what they do (§3.4)
 * @param shortGrants the grants for a number of seconds that run (§3.4)
 * @param listeners in the order of registration (§4.4)
 * @param counters how often permissions changed (§3.3)
 * @param remote the apps of other devices, as token sync knows them (§5.1)
 * @param health whether callers are served
 */
public record Uptime(
    NavigableMap<TokenIdentity, List<PermissionName>> components,
    NavigableMap<TokenIdentity, AppActivity> activities,
    NavigableMap<TokenIdentity, ShortGrant> shortGrants,
    List<Registration> listeners,
    VerifyMonitor monitor,
    Counters counters,
    RemoteTokens remote,
    ServiceHealth health) {

  /** A device that has just been switched on. */
  public static final Uptime START =
      new Uptime(
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          List.of(),
          VerifyMonitor.NOBODY,
          new Counters(0, 0),
          RemoteTokens.NONE,
          ServiceHealth.WELL);

  /**
   * The platform's global parameters.
   *
   * @param changes {@code accesstoken.permission.change}
   * @param flagChanges {@code accesstoken.permission.flagchange}
   */
  public record Counters(long changes, long flagChanges) {}

  public Uptime {
    components = Collections.unmodifiableNavigableMap(new TreeMap<>(components));
    activities = Collections.unmodifiableNavigableMap(new TreeMap<>(activities));
    shortGrants = Collections.unmodifiableNavigableMap(new TreeMap<>(shortGrants));
    listeners = List.copyOf(listeners);
  }

  /** Whether a security component granted this. */
  public boolean isComponentGranted(TokenIdentity app, PermissionName name) {
    return componentsOf(app).contains(name);
  }

  /** What security components granted this app. */
  public List<PermissionName> componentsOf(TokenIdentity app) {
    return components.getOrDefault(app, List.of());
  }

  /** What this app does. */
  public AppActivity activity(TokenIdentity app) {
    return activities.getOrDefault(app, AppActivity.UNTOLD);
  }

  /** The running short grant of this app. */
  public Optional<ShortGrant> shortGrant(TokenIdentity app) {
    return Optional.ofNullable(shortGrants.get(app));
  }

  /** With a grant by a security component, or without it. */
  public Uptime withComponent(TokenIdentity app, PermissionName name, boolean granted) {
    List<PermissionName> names = new ArrayList<>(componentsOf(app));
    names.remove(name);
    if (granted) {
      names.add(name);
    }
    NavigableMap<TokenIdentity, List<PermissionName>> all = new TreeMap<>(components);
    if (names.isEmpty()) {
      all.remove(app);
    } else {
      all.put(app, List.copyOf(names));
    }
    return new Uptime(all, activities, shortGrants, listeners, monitor, counters, remote, health);
  }

  /** With this app doing that. */
  public Uptime with(TokenIdentity app, AppActivity activity) {
    NavigableMap<TokenIdentity, AppActivity> all = new TreeMap<>(activities);
    all.put(app, activity);
    return new Uptime(components, all, shortGrants, listeners, monitor, counters, remote, health);
  }

  /** With this short grant running. */
  public Uptime with(TokenIdentity app, ShortGrant grant) {
    NavigableMap<TokenIdentity, ShortGrant> all = new TreeMap<>(shortGrants);
    all.put(app, grant);
    return new Uptime(components, activities, all, listeners, monitor, counters, remote, health);
  }

  /** Without a short grant of this app. */
  public Uptime withoutShortGrant(TokenIdentity app) {
    NavigableMap<TokenIdentity, ShortGrant> all = new TreeMap<>(shortGrants);
    all.remove(app);
    return new Uptime(components, activities, all, listeners, monitor, counters, remote, health);
  }

  /** With these listeners. */
  public Uptime with(List<Registration> registered) {
    return new Uptime(
        components, activities, shortGrants, registered, monitor, counters, remote, health);
  }

  /** With the monitor as it stands now. */
  public Uptime with(VerifyMonitor after) {
    return new Uptime(
        components, activities, shortGrants, listeners, after, counters, remote, health);
  }

  /** With what token sync knows now. */
  public Uptime with(RemoteTokens known) {
    return new Uptime(
        components, activities, shortGrants, listeners, monitor, counters, known, health);
  }

  /** Serving its callers, or not. */
  public Uptime with(ServiceHealth state) {
    return new Uptime(
        components, activities, shortGrants, listeners, monitor, counters, remote, state);
  }

  /** After one more successful call, which changed a status or did not. */
  public Uptime counting(boolean statusChanged) {
    Counters more =
        new Counters(counters.changes() + (statusChanged ? 1 : 0), counters.flagChanges() + 1);
    return new Uptime(
        components, activities, shortGrants, listeners, monitor, more, remote, health);
  }

  /** Without anything about an app that is gone; its process takes its listeners with it. */
  public Uptime without(TokenIdentity app) {
    NavigableMap<TokenIdentity, List<PermissionName>> otherComponents = new TreeMap<>(components);
    NavigableMap<TokenIdentity, AppActivity> otherActivities = new TreeMap<>(activities);
    otherComponents.remove(app);
    otherActivities.remove(app);
    return new Uptime(
            otherComponents,
            otherActivities,
            shortGrants,
            listeners.stream().filter(heard -> !heard.process().equals(app.toString())).toList(),
            monitor.without(app),
            counters,
            remote,
            health)
        .withoutShortGrant(app);
  }
}
