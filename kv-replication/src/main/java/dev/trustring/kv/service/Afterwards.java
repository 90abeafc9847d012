package dev.trustring.kv.service;

import dev.trustring.kv.sync.ReceiveActor;
import dev.trustring.kv.sync.SyncActor;

/** What follows for the service when a request of a peer was served. */
record Afterwards(
    KvServiceActor.Ports ports, PeerBook peers, AttemptTableActor attempts, ServingActor serving) {

  void served(ReceiveActor.Served served) {
    if (served.clocksServed()) {
      peers.clocksServed(served.peer());
    }
    if (served.abilityAgreed()) {
      peers.ability(served.peer(), served.link(), true);
    }
    served.report().ifPresent(ports.observer()::received);
    serving.served(served);
    served
        .answered()
        .ifPresent(
            rows ->
                attempts.tell(
                    rows.attempt(), new SyncActor.PullAnswered(rows.code(), rows.last())));
    served
        .question()
        .map(asked -> serving.answer(attempts.numbered(), served.peer(), served.link(), asked))
        .ifPresent(attempts::add);
  }
}
