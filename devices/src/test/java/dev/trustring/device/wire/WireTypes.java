package dev.trustring.device.wire;

import dev.trustring.atm.Atm;
import dev.trustring.atm.kit.KitChange;
import dev.trustring.atm.lite.Lite;
import dev.trustring.atm.remote.TokenSyncMessage;
import dev.trustring.device.net.Frame;
import dev.trustring.kv.service.KvCatalogue;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.wire.TrustMessage;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The types that become bytes, found by following what the roots are made of. */
final class WireTypes {

  /** What frames bear and what devices keep; each is one of several kinds. */
  static final List<Class<?>> MESSAGES =
      List.of(
          TrustMessage.class,
          SyncMessage.class,
          TokenSyncMessage.class,
          Atm.Event.class,
          Lite.Event.class,
          KitChange.class,
          TrustEvent.class,
          KvStore.Event.class,
          KvCatalogue.Event.class);

  private static final Comparator<Class<?>> BY_NAME = Comparator.comparing(Class::getName);

  private WireTypes() {}

  /** All types of ours that a frame or an event can hold. */
  static List<Class<?>> reachable() {
    Set<Class<?>> found = new TreeSet<>(BY_NAME);
    follow(Frame.class, found);
    MESSAGES.forEach(root -> follow(root, found));
    return List.copyOf(found);
  }

  /** The records below a sealed interface, in the order of their names. */
  static List<Class<?>> kindsOf(Class<?> root) {
    return Stream.of(root).flatMap(WireTypes::below).sorted(BY_NAME).distinct().toList();
  }

  private static Stream<Class<?>> below(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WireTypes::below)
        : Stream.of(type);
  }

  /** A type's name with those it is nested in. */
  static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  private static void follow(Type type, Set<Class<?>> found) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        follow(argument, found);
      }
    } else if (type instanceof Class<?> plain && isOurs(plain) && found.add(plain)) {
      if (plain.isSealed()) {
        kindsOf(plain).forEach(kind -> follow(kind, found));
      } else if (plain.isRecord()) {
        for (RecordComponent component : plain.getRecordComponents()) {
          follow(component.getGenericType(), found);
        }
      }
    }
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("dev.trustring.");
  }
}
