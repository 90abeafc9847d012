package dev.trustring.sim.loop;

import akka.actor.BootstrapSetup;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import com.typesafe.config.Config;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/** Starts ActorSystems on run loops. */
public final class LoopSystems {
  private static final ClassLoader COMPLETE = new CompleteSettings();

  private LoopSystems() {}

  /** Starts a system with settings of {@link LoopConfig}; runs the loop while it comes up. */
  public static <T> ActorSystem<T> start(
      RunLoop loop, Behavior<T> guardian, String name, Config settings) {
    BootstrapSetup setup = BootstrapSetup.create(settings).withClassloader(COMPLETE);
    return loop.inside(() -> ActorSystem.create(guardian, name, setup));
  }

  /**
   * The program's own classes, without the libraries' default settings: {@link LoopConfig} has them
   * all. Akka would merge them with those of every new system and compare each key, which takes a
   * third of its start.
   */
  private static final class CompleteSettings extends ClassLoader {
    private static final String DEFAULTS = "reference.conf";

    CompleteSettings() {
      super(LoopSystems.class.getClassLoader());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.equals(DEFAULTS) ? Collections.emptyEnumeration() : super.getResources(name);
    }
  }
}
