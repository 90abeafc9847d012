package dev.trustring.sim.world;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks at the world on behalf of whoever makes the decision records. */
final class Inspector implements Recorder.Surroundings {

  private final World world;

  Inspector(World world) {
    this.world = world;
  }

  @Override
  public boolean canAnswer(DeviceName device) {
    return world.isOn(device) && !world.topology().isPaused(device);
  }

  @Override
  public void inspect(
      DeviceName device, Recorder.Question question, Consumer<ReceiverReport> then) {
    world
        .host()
        .ask(
            ReceiverReport.class,
            replyTo -> world.tell(device, question.answeredTo(replyTo)),
            then);
  }

  @Override
  public LinkFacts link(AttemptId attempt, DeviceName from, DeviceName to) {
    List<String> losses = new ArrayList<>(world.topology().nuisances(from, to));
    losses.addAll(world.air().lossesOf(attempt));
    if (world.ailments().isDataServiceDead(to)) {
      losses.add("the data service of " + to + " is dead and answers nobody");
    }
    return new LinkFacts(world.topology().lanes(from, to), losses);
  }

  @Override
  public long storyNanos() {
    return world.storyNanos();
  }
}
