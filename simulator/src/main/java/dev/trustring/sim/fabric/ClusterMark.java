package dev.trustring.sim.fabric;

import akka.actor.ActorSystem;
import akka.actor.ProviderSelection;
import java.lang.reflect.Field;

/**
 * Marks a system's settings as those of a cluster. Akka takes every provider class but its own for
 * a local one, and the typed receptionist, for one, believes it.
 */
final class ClusterMark {
  private ClusterMark() {}

  /** Must come before anything reads the settings. */
  static ActorSystem.Settings on(ActorSystem.Settings settings) {
    set(settings, "HasCluster", true);
    set(settings, "ProviderSelectionType", ProviderSelection.cluster());
    return settings;
  }

  private static void set(ActorSystem.Settings settings, String name, Object value) {
    try {
      Field field = ActorSystem.Settings.class.getDeclaredField(name);
      field.setAccessible(true);
      field.set(settings, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Akka has moved ActorSystem.Settings." + name + ", by which it knows a cluster", e);
    }
  }
}
