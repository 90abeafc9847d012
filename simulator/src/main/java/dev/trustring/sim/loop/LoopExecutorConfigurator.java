package dev.trustring.sim.loop;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Puts a dispatcher on the run loop ({@code executor = "<this class>"}). When the system's
 * configuration names a node, the dispatcher dies with that node's present incarnation.
 */
public final class LoopExecutorConfigurator extends ExecutorServiceConfigurator {
  private final RunLoop loop;
  private final @Nullable Incarnation incarnation;

  /** Called by Akka. */
  public LoopExecutorConfigurator(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
    Config settings = prerequisites.settings().config();
    this.loop = LoopConfig.loopOf(settings);
    this.incarnation = LoopConfig.incarnationOf(settings).orElse(null);
  }

  @Override
  public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
    return () -> new LoopExecutor(loop, incarnation);
  }
}
