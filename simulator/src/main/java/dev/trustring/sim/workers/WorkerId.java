package dev.trustring.sim.workers;

/** One life of a worker; one that is started in the place of another has a number of its own. */
record WorkerId(int number) implements Comparable<WorkerId> {

  @Override
  public int compareTo(WorkerId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "worker-" + number;
  }
}
