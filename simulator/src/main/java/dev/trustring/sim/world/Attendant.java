package dev.trustring.sim.world;

/** Somebody who attends a world while it runs and tells others of it. */
public interface Attendant extends AutoCloseable {

  /** The world is about to begin; called on its thread. */
  void begins(World world);

  /** The world is about to end; called on its thread. */
  @Override
  void close();
}
