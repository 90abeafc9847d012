package dev.trustring.sim.cluster;

/** An end of a ring that runs, wherever that is. */
public interface Endpoint {

  /** Says something to it. */
  void tell(RingEndpointActor.Word word);

  /** Ends it at once; it does not leave its cluster first. */
  void end();
}
