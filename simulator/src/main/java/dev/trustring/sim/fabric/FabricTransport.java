package dev.trustring.sim.fabric;

import akka.Done;
import akka.actor.ActorRef;
import akka.actor.ActorSelection$;
import akka.actor.ActorSelectionMessage;
import akka.actor.Address;
import akka.actor.ExtendedActorSystem;
import akka.actor.InternalActorRef;
import akka.dispatch.sysmsg.SystemMessage;
import akka.event.LoggingAdapter;
import akka.remote.RemoteActorRef;
import akka.remote.RemoteActorRefProvider;
import akka.remote.RemoteTransport;
import akka.remote.UniqueAddress;
import akka.remote.artery.QuarantinedEvent;
import akka.serialization.Serialization;
import akka.serialization.Serialization$;
import akka.serialization.SerializationExtension;
import akka.serialization.Serializer;
import akka.serialization.Serializers;
import com.typesafe.config.Config;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.LoopConfig;
import java.io.NotSerializableException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.concurrent.Future;

/**
 * One system's end of the fabric. Messages are serialized for real, with the addresses of the
 * actors in them, and resolved on the other side.
 */
final class FabricTransport extends RemoteTransport {
  private final LoopFabric fabric;
  private final RemoteActorRefProvider provider;
  private final ExtendedActorSystem system;
  private final Address address;
  private final @Nullable Incarnation life;
  private final Map<Address, Link> links = new LinkedHashMap<>();
  private final Set<Long> quarantined = new HashSet<>();
  private @Nullable Serialization serialization;
  private boolean open;
  private long sequence;

  FabricTransport(ExtendedActorSystem system, RemoteActorRefProvider provider) {
    super(system, provider);
    Config settings = system.settings().config();
    this.system = system;
    this.provider = provider;
    this.fabric = LoopFabric.of(LoopConfig.loopOf(settings));
    this.life = LoopConfig.incarnationOf(settings).orElse(null);
    this.address =
        new Address(
            "akka",
            system.name(),
            settings.getString("akka.remote.artery.canonical.hostname"),
            settings.getInt("akka.remote.artery.canonical.port"));
  }

  @Override
  public void start() {
    open = true;
    fabric.connect(this);
  }

  @Override
  public Future<Done> shutdown() {
    open = false;
    fabric.disconnect(this);
    return Future.successful(Done.getInstance());
  }

  /** Whether it takes part: started, not shut down, and with power. */
  boolean isAlive() {
    return open && (life == null || life.isAlive());
  }

  Collection<Link> links() {
    return links.values();
  }

  @Override
  public scala.collection.immutable.Set<Address> addresses() {
    return new scala.collection.immutable.Set.Set1<>(address);
  }

  @Override
  public Address defaultAddress() {
    return address;
  }

  @Override
  public Address localAddressForRemote(Address remote) {
    return address;
  }

  @Override
  public LoggingAdapter log() {
    return system.log();
  }

  @Override
  public void send(Object message, @Nullable ActorRef sender, RemoteActorRef recipient) {
    if (!isAlive()) {
      return;
    }
    Address to = recipient.path().address();
    Serializer serializer = serializerOf(message, recipient);
    byte[] bytes = serializer == null ? null : bytesOf(message, serializer, recipient);
    if (serializer == null || bytes == null) {
      return;
    }
    FabricTransport target = fabric.systemAt(to);
    fabric.send(
        links.computeIfAbsent(to, peer -> new Link(address, peer)),
        new Parcel(
            sequence++,
            this,
            target,
            recipient.path().toSerializationFormat(),
            pathOf(sender),
            serializer.identifier(),
            Serializers.manifestFor(serializer, message),
            bytes,
            message instanceof SystemMessage));
  }

  /** Akka would only log what goes wrong here, and go on without the message. */
  @SuppressWarnings("CatchingUnchecked") // Scala code throws checked exceptions unannounced
  private @Nullable Serializer serializerOf(Object message, RemoteActorRef to) {
    try {
      return serialization().findSerializerFor(message);
    } catch (Exception e) {
      cannotSerialize(message, to, e);
      return null;
    }
  }

  @SuppressWarnings("CatchingUnchecked") // Scala code throws checked exceptions unannounced
  private byte @Nullable [] bytesOf(Object message, Serializer serializer, RemoteActorRef to) {
    try {
      return Serialization$.MODULE$.withTransportInformation(
          system, () -> serializer.toBinary(message));
    } catch (Exception e) {
      if (isRefusal(e)) {
        fabric.refusedAtSending();
      } else {
        cannotSerialize(message, to, e);
      }
      return null;
    }
  }

  private void cannotSerialize(Object message, RemoteActorRef to, Exception cause) {
    String type = message.getClass().getName();
    fabric.broken("%s cannot serialize a %s for %s".formatted(address, type, to), cause);
  }

  private @Nullable String pathOf(@Nullable ActorRef sender) {
    return sender == null || sender.equals(system.deadLetters())
        ? null
        : Serialization.serializedActorPath(sender);
  }

  /** Hands a message to its actor, as a message that came in by Artery would be. */
  Receipt receive(Parcel parcel) {
    if (quarantined.contains(parcel.source().uid())) {
      return Receipt.SHUT_OUT;
    }
    Object message = messageOf(parcel);
    if (message == null) {
      return Receipt.REFUSED;
    }
    InternalActorRef recipient = (InternalActorRef) provider.resolveActorRef(parcel.recipient());
    String path = parcel.sender();
    ActorRef sender = path == null ? system.deadLetters() : provider.resolveActorRef(path);
    if (message instanceof ActorSelectionMessage selection) {
      ActorSelection$.MODULE$.deliverSelection(recipient, sender, selection);
    } else if (message instanceof SystemMessage signal) {
      recipient.sendSystemMessage(signal);
    } else {
      recipient.tell(message, sender);
    }
    return Receipt.DELIVERED;
  }

  @SuppressWarnings("CatchingUnchecked") // Scala code throws checked exceptions unannounced
  private @Nullable Object messageOf(Parcel parcel) {
    try {
      return serialization()
          .deserialize(parcel.bytes(), parcel.serializer(), parcel.manifest())
          .get();
    } catch (Exception e) {
      if (!isRefusal(e)) {
        fabric.broken(
            "%s cannot read what %s sent to %s (serializer %d, manifest '%s')"
                .formatted(
                    address,
                    parcel.source().address,
                    parcel.recipient(),
                    parcel.serializer(),
                    parcel.manifest()),
            e);
      }
      return null;
    }
  }

  /** How Akka says that a serializer is unknown, and a serializer that bytes are not for it. */
  private static boolean isRefusal(Exception e) {
    return e instanceof NotSerializableException;
  }

  @Override
  public void quarantine(Address peer, Option<Object> uid, String reason) {
    if (uid.isDefined() && uid.get() instanceof Long life && quarantined.add(life)) {
      system.eventStream().publish(new QuarantinedEvent(new UniqueAddress(peer, life)));
    }
  }

  private long uid() {
    return system.uid();
  }

  /** Asked for late: the extension needs the transport's address. */
  private Serialization serialization() {
    Serialization known = serialization;
    if (known == null) {
      known = SerializationExtension.get(system);
      serialization = known;
    }
    return known;
  }
}
