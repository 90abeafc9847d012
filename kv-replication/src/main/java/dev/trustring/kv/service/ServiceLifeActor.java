package dev.trustring.kv.service;

import akka.actor.typed.javadsl.ActorContext;
import java.time.Duration;

/**
 * The part of the service that dies and comes back. With its process goes what it had in memory:
 * attempts, calls of sync, delayed ones too, and subscriptions; nobody is called back. What is on
 * disk stays, and what apps hold of their stores in their own processes.
 *
 * <p>Frames that come meanwhile are lost in silence (unverified), so that peers wait until their
 * watchdog bites.
 */
final class ServiceLifeActor {

  /** What goes with the process of the service, or has to hear of it. */
  record Parts(SyncCallsActor syncs, ServingActor serving, Errands errands, StoresActor stores) {}

  private final ActorContext<KvServiceActor.Message> context;
  private final KvServiceActor.Ports ports;
  private final Books books;
  private final Parts parts;
  private final AutomaticBackup backup = new AutomaticBackup();

  ServiceLifeActor(
      ActorContext<KvServiceActor.Message> context,
      KvServiceActor.Ports ports,
      Books books,
      Parts parts) {
    this.context = context;
    this.ports = ports;
    this.books = books;
    this.parts = parts;
  }

  /** Something befalls the service or its files. */
  void meets(KvCatalogue known, ServiceEvent event) {
    if (event instanceof ServiceEvent.FileHit hit) {
      parts.stores().hit(known, hit);
    } else if (event instanceof ServiceEvent.ServiceIs is) {
      if (is.serving() != books.life().serving()) {
        turn(is.serving());
      }
    } else if (event instanceof ServiceEvent.ClientsTry) {
      parts.stores().deafToPeers(!books.life().serving());
    } else {
      meetsOfBackups(known, event);
    }
  }

  private void meetsOfBackups(KvCatalogue known, ServiceEvent event) {
    if (event instanceof ServiceEvent.ScreenIs is) {
      backup.screenIs(is.on());
      return;
    }
    checkLater();
    boolean looks = event instanceof ServiceEvent.BackupCheck && books.life().serving();
    if (looks && backup.isDue(ports.clock().instant())) {
      parts.stores().backUp(known);
    }
  }

  private void checkLater() {
    later(AutomaticBackup.EVERY, new ServiceEvent.BackupCheck());
  }

  private void later(Duration after, ServiceEvent event) {
    context.scheduleOnce(after, context.getSelf(), new KvServiceActor.Meets(event));
  }

  private void turn(boolean serving) {
    if (serving) {
      later(books.life().livesAgain(ports.clock().instant()), new ServiceEvent.ClientsTry());
      return;
    }
    parts.syncs().died();
    books.attempts().died().forEach(context::stop);
    parts.serving().died();
    parts.errands().died();
    parts.stores().deafToPeers(true);
    books.life().dies(ports.clock().instant()).forEach(ports.observer()::serviceDied);
  }
}
