package dev.trustring.sim.loop;

import akka.actor.ActorCell;
import akka.dispatch.Dispatchers;
import akka.dispatch.MessageDispatcher;
import akka.dispatch.MessageDispatcherConfigurator;
import com.typesafe.config.Config;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives out the dispatcher of one incarnation in one system, and lets go of it when it dies. */
final class IncarnationDispatcherConfigurator extends MessageDispatcherConfigurator {
  private final String id;
  private final Dispatchers system;
  private final RunLoop loop;
  private final Incarnation incarnation;
  private @Nullable IncarnationDispatcher living;

  IncarnationDispatcherConfigurator(Dispatchers system, RunLoop loop, Incarnation incarnation) {
    super(system.defaultDispatcherConfig(), system.prerequisites());
    this.id = "trustring-power." + incarnation.node() + "." + incarnation.number();
    this.system = system;
    this.loop = loop;
    this.incarnation = incarnation;
    this.living = new IncarnationDispatcher(this, loop, incarnation);
  }

  String id() {
    return id;
  }

  boolean isIn(Dispatchers dispatchers) {
    return system == dispatchers;
  }

  /** The settings that the default dispatcher has cached already: one copy for all incarnations. */
  @Override
  public Config config() {
    return system.defaultGlobalDispatcher().configurator().config();
  }

  /** After death a fresh one of the dead incarnation: whatever is started on it never runs. */
  @Override
  public MessageDispatcher dispatcher() {
    return living != null ? living : new IncarnationDispatcher(this, loop, incarnation);
  }

  void incarnationDied() {
    IncarnationDispatcher ended = living;
    living = null;
    if (ended != null) {
      List<ActorCell> roots = ended.takeRoots();
      loop.execute(() -> roots.forEach(ended::reap));
    }
  }
}
