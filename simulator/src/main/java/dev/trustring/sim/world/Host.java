package dev.trustring.sim.world;

import akka.actor.typed.ActorRef;
import dev.trustring.device.DeviceActor;
import java.util.function.Consumer;

/**
 * A way to host devices (ARCHITECTURE, "Hosts"). A world cannot tell which one it has.
 *
 * <p>{@link DenseHost} is one: actor subtrees in one ActorSystem. A host with an ActorSystem for
 * each device and an Akka Cluster for each ring implements the same methods.
 */
public interface Host extends AutoCloseable {

  /** The word that reports print. */
  String name();

  /** Switches a device on: its actors start and read what is on its disk. */
  ActorRef<DeviceActor.Message> powerOn(DeviceActor.Parts parts);

  /** Takes a device's power at once: nothing of it runs any more, unwritten data is gone. */
  void powerOff(String device);

  /** Asks a device something on behalf of the world and hands on the one answer. */
  <A> void ask(Class<A> answer, Consumer<ActorRef<A>> question, Consumer<A> then);

  @Override
  void close();
}
