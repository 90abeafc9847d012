package dev.trustring.sim.disk;

import akka.serialization.SerializerWithStringManifest;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmSnapshot;
import dev.trustring.atm.kit.KitChange;
import dev.trustring.atm.lite.Lite;
import dev.trustring.device.wire.Cbor;
import dev.trustring.device.wire.WireException;
import dev.trustring.kv.service.KvCatalogue;
import dev.trustring.kv.store.KvStore;
import dev.trustring.trust.ledger.TrustEvent;
import java.io.NotSerializableException;
import java.util.List;

/**
 * Turns the events of the persistent actors of a device, and snapshots, into bytes and back. The
 * manifest names whose event it is and the version of its form; the form is that of frames.
 */
public final class EventSerializer extends SerializerWithStringManifest {
  /** Stored with every event, so it stays as it is. */
  private static final int IDENTIFIER = 20_260_719;

  private static final List<Root<?>> ROOTS =
      List.of(
          new Root<>("Atm.Event", 1, Atm.Event.class),
          new Root<>("Lite.Event", 1, Lite.Event.class),
          new Root<>("KitChange", 1, KitChange.class),
          new Root<>("TrustEvent", 1, TrustEvent.class),
          new Root<>("KvCatalogue.Event", 1, KvCatalogue.Event.class),
          new Root<>("KvStore.Event", 1, KvStore.Event.class),
          new Root<>("AtmSnapshot", 1, AtmSnapshot.class));

  /** The events of one actor, and the version in which they are written. */
  private record Root<T>(String name, int version, Class<T> type) {

    String manifest() {
      return name + ":" + version;
    }

    byte[] write(Object event) {
      return Cbor.write(type, type.cast(event));
    }

    T read(byte[] bytes) throws WireException {
      return Cbor.read(type, bytes);
    }
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object event) {
    return rootOf(event).manifest();
  }

  @Override
  public byte[] toBinary(Object event) {
    return rootOf(event).write(event);
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    Root<?> root = rootNamed(manifest);
    try {
      return root.read(bytes);
    } catch (WireException e) {
      throw unreadable("a stored " + manifest + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Root<?> rootOf(Object event) {
    return ROOTS.stream()
        .filter(root -> root.type().isInstance(event))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(event.getClass().getName() + " is no stored event"));
  }

  private static Root<?> rootNamed(String manifest) throws NotSerializableException {
    for (Root<?> root : ROOTS) {
      if (root.manifest().equals(manifest)) {
        return root;
      }
    }
    throw new NotSerializableException(
        "a stored event is a " + manifest + ", this version knows " + known());
  }

  private static String known() {
    return String.join(", ", ROOTS.stream().map(Root::manifest).toList());
  }

  private static NotSerializableException unreadable(String line, WireException cause) {
    NotSerializableException failure = new NotSerializableException(line);
    failure.initCause(cause);
    return failure;
  }
}
