package dev.trustring.sim.wire;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The shared pool as the actors of one device have it: only while its {@link PowerSwitch} is on.
 */
public final class PoweredPool extends ExecutorServiceConfigurator {

  private final PowerSwitch power;

  /** Called by Akka. */
  public PoweredPool(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
    this.power = PowerSwitch.of(prerequisites.settings().config());
  }

  @Override
  public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
    return () -> new View(power);
  }

  /** Late tasks of a dispatcher that is being shut down are dropped with everything else. */
  private static final class View extends AbstractExecutorService {
    private final PowerSwitch power;
    private volatile boolean shutDown;

    View(PowerSwitch power) {
      this.power = power;
    }

    @Override
    public void execute(Runnable task) {
      if (!shutDown) {
        power.execute(task);
      }
    }

    @Override
    public void shutdown() {
      shutDown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
      shutDown = true;
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return shutDown;
    }

    @Override
    public boolean isTerminated() {
      return shutDown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return shutDown;
    }
  }
}
