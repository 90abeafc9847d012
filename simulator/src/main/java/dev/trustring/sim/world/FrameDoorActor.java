package dev.trustring.sim.world;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.util.function.Consumer;

/** Where frames from other machines come in to a device's system, as bytes. */
final class FrameDoorActor {

  /** Its name among the system's own actors. */
  static final String NAME = "frames";

  private FrameDoorActor() {}

  static Behavior<byte[]> create(Consumer<byte[]> take) {
    return Behaviors.receiveMessage(
        bytes -> {
          take.accept(bytes);
          return Behaviors.same();
        });
  }
}
