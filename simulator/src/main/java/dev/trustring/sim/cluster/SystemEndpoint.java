package dev.trustring.sim.cluster;

import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;

/** An endpoint in this process: the ActorSystem itself. */
public record SystemEndpoint(ActorSystem<RingEndpointActor.Message> system) implements Endpoint {

  @Override
  public void tell(RingEndpointActor.Word word) {
    system.tell(word);
  }

  @Override
  public void end() {
    system.terminate();
  }

  /** Where others find it. */
  public String address() {
    return Cluster.get(system).selfMember().address().toString();
  }
}
