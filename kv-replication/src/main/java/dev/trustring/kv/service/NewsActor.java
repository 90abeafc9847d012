package dev.trustring.kv.service;

import dev.trustring.kv.sync.FactsActor;
import dev.trustring.kv.sync.ReceiveActor;
import dev.trustring.kv.sync.SyncActor;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.kv.sync.SyncNews;

/** The part of the service that takes what attempts and served requests have to tell. */
final class NewsActor {

  private final KvServiceActor.Ports ports;
  private final PeerBook peers;
  private final AttemptTableActor attempts;
  private final ServingActor serving;
  private final Errands errands;
  private final ServiceLife life;

  NewsActor(KvServiceActor.Ports ports, Books books, ServingActor serving, Errands errands) {
    this.ports = ports;
    this.peers = books.peers();
    this.attempts = books.attempts();
    this.serving = serving;
    this.errands = errands;
    this.life = books.life();
  }

  /** Whoever gathers facts asks what is known. */
  void asked(KvCatalogue known, FactsActor.KnowledgeQuery question) {
    FactsActor.Query query = question.query();
    question.replyTo().tell(peers.knowledge(known, query.peer(), query.link()));
  }

  /** The soft bus has news of a peer. */
  void peer(KvServiceActor.PeerChanged change) {
    boolean before = peers.online().contains(change.peer());
    peers.heardOf(change.peer(), change.info());
    if (!change.info().online()) {
      attempts.peerLost(change.peer());
      errands.wentOffline(change.peer());
    } else if (!before) {
      errands.cameOnline(change.peer());
    }
  }

  void came(KvCatalogue known, SyncNews news) {
    if (!life.serving()) {
      return;
    }
    if (news instanceof SyncNews.MetadataWanted wanted) {
      attempts.tells(wanted.id(), known.version());
      ports
          .send()
          .accept(wanted.peer(), new SyncMessage.MetaRequest(wanted.id(), known.published()));
    } else if (news instanceof SyncNews.ClocksMeasured measured) {
      peers.clocksMeasured(measured.peer(), measured.offset());
    } else if (news instanceof SyncNews.AbilityAgreed agreed) {
      peers.ability(agreed.peer(), agreed.link(), true);
    } else if (news instanceof SyncNews.AwaitsRows waits) {
      attempts.awaitsRows(waits);
    } else if (news instanceof SyncNews.Ended ended) {
      peers.attemptEnded(ended);
      errands.ended(ended, attempts.queryOf(ended.id()));
      attempts.ended(ended).ifPresent(ports.observer()::attemptEnded);
    } else {
      throw new AssertionError(news);
    }
  }

  void ready(KvServiceActor.ErrandReady ready) {
    if (life.serving()) {
      attempts.add(serving.start(attempts.numbered(), ready));
    }
  }

  void served(ReceiveActor.Served served) {
    if (!life.serving()) {
      return;
    }
    if (served.clocksServed()) {
      peers.clocksServed(served.peer());
    }
    if (served.abilityAgreed()) {
      peers.ability(served.peer(), served.link(), true);
    }
    served.report().ifPresent(ports.observer()::received);
    serving.served(served);
    errands.served(served);
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
