package dev.trustring.sim.world;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.util.function.Consumer;

/** Where frames from other machines come in to a device's system, as bytes. */
final class FrameDoorActor {

  /** Its name among the system's own actors. */
  static final String NAME = "frames";

  /**
   * The name of the second one, for what Artery does not take as an ordinary message. It has a
   * connection of its own, so large frames and small ones can overtake each other.
   */
  static final String LARGE = "large-frames";

  /** The most bytes of an ordinary message; Artery's limit of 256 KiB holds for its headers too. */
  static final int MOST_BYTES = 250 * 1000;

  private FrameDoorActor() {}

  static Behavior<byte[]> create(Consumer<byte[]> take) {
    return Behaviors.receiveMessage(
        bytes -> {
          take.accept(bytes);
          return Behaviors.same();
        });
  }
}
