package dev.trustring.device;

import dev.trustring.device.profile.AppPackage;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The apps that can be installed, by the alias under which a scenario speaks of them. */
public record AppMarket(Map<String, AppPackage> apps) {

  public AppMarket {
    apps = new TreeMap<>(apps);
  }

  /** The app of that alias. */
  public Optional<AppPackage> find(String alias) {
    return Optional.ofNullable(apps.get(alias));
  }
}
