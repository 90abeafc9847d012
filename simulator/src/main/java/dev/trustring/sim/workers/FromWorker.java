package dev.trustring.sim.workers;

/** What a worker says to its campaign over its pipe; all else goes through their cluster. */
sealed interface FromWorker {

  /**
   * It is about to join.
   *
   * @param address of its node, as Akka writes it
   */
  record Ready(String address) implements FromWorker {}

  /** It cannot go on. */
  record Failed(String line) implements FromWorker {}
}
