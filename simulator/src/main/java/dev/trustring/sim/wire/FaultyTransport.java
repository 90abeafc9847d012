package dev.trustring.sim.wire;

import akka.Done;
import akka.actor.ActorRef;
import akka.actor.Address;
import akka.actor.ExtendedActorSystem;
import akka.event.LoggingAdapter;
import akka.remote.RemoteActorRef;
import akka.remote.RemoteActorRefProvider;
import akka.remote.RemoteTransport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Set;
import scala.concurrent.Future;

/**
 * Artery, with the node's links in front of what it sends. Artery's own handshakes and
 * acknowledgements do not pass here, so no fault makes it give a peer up (quarantine).
 */
final class FaultyTransport extends RemoteTransport {
  private final RemoteTransport artery;
  private final FaultyLinks links;
  private final Map<Address, Lane> lanes = new ConcurrentHashMap<>();

  FaultyTransport(
      ExtendedActorSystem system, RemoteActorRefProvider provider, RemoteTransport artery) {
    super(system, provider);
    this.artery = artery;
    this.links = FaultyLinks.of(system.settings().config());
    links.attach(this);
    system.registerOnTermination(() -> links.detach(this));
  }

  @Override
  public void send(Object message, @Nullable ActorRef sender, RemoteActorRef recipient) {
    Address to = recipient.path().address();
    lanes.computeIfAbsent(to, this::laneTo).send(new Outgoing(message, sender, recipient));
  }

  void linksChanged() {
    lanes.values().forEach(Lane::proceed);
  }

  private Lane laneTo(Address to) {
    return new Lane(to, links, this::deliver, this::later);
  }

  private void deliver(Outgoing outgoing) {
    artery.send(outgoing.message(), outgoing.sender(), outgoing.recipient());
  }

  private void later(Duration delay, Runnable task) {
    try {
      system().scheduler().scheduleOnce(delay, task, system().dispatcher());
    } catch (IllegalStateException systemHasEnded) {
      log().debug("the system ended while messages were under way");
    }
  }

  @Override
  public Future<Done> shutdown() {
    return artery.shutdown();
  }

  @Override
  public Set<Address> addresses() {
    return artery.addresses();
  }

  @Override
  public Address defaultAddress() {
    return artery.defaultAddress();
  }

  @Override
  public Address localAddressForRemote(Address remote) {
    return artery.localAddressForRemote(remote);
  }

  @Override
  public void start() {
    artery.start();
  }

  @Override
  public Future<Object> managementCommand(Object command) {
    return artery.managementCommand(command);
  }

  @Override
  public LoggingAdapter log() {
    return artery.log();
  }

  @Override
  public void quarantine(Address address, Option<Object> uid, String reason) {
    artery.quarantine(address, uid, reason);
  }
}
