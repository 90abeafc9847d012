package dev.trustring.device.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.query.Clause;
import dev.trustring.kv.query.Operand;
import dev.trustring.kv.query.Predicate;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.store.QueryPart;
import dev.trustring.kv.sync.AckCode;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.NetworkId;
import dev.trustring.trust.identity.Udid;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Makes a value of any type that becomes bytes, always the same one. Full samples have two of
 * everything that there can be any number of; sparse ones have none.
 */
final class Samples {

  private static final Set<AckCode> EARLY_ANSWERS =
      EnumSet.complementOf(
          EnumSet.of(
              AckCode.EKEYREVOKED,
              AckCode.SCHEMA_MISMATCH,
              AckCode.NOT_SUPPORT,
              AckCode.INVALID_QUERY_FIELD,
              AckCode.INVALID_QUERY_FORMAT,
              AckCode.MAX_LIMITS,
              AckCode.INVALID_PASSWD_OR_CORRUPTED_DB));

  /** The messages that carry a mode carry one of these. */
  private static final List<TaskMode> COMMANDS =
      Arrays.stream(TaskMode.values()).filter(TaskMode::isCommand).toList();

  /** Types that do not take just any text or number: what is made of the n-th one. */
  private static final Map<Class<?>, IntFunction<?>> TAUGHT =
      Map.of(
          Udid.class, n -> Udid.of(device(n)),
          NetworkId.class, n -> NetworkId.of(Udid.of(device(n)), 1),
          AccountHash.class, n -> new AccountId("account_" + n).hash(),
          // The bytes of a node's attributes were kept while there were only these two,
          Radio.class, n -> n % 2 == 0 ? Radio.WIFI : Radio.BLUETOOTH,
          // and those of channels, sessions and answers while these had one constant less.
          Purpose.class, n -> oneWithout(Purpose.AUTH, Purpose.values(), n),
          AckCode.class, n -> List.copyOf(EARLY_ANSWERS).get(n % EARLY_ANSWERS.size()),
          Operand.class, n -> Operand.of("text_" + n),
          TaskMode.class, n -> COMMANDS.get(n % COMMANDS.size()),
          Clause.class, Samples::clause,
          SessionKind.class, n -> oneWithout(SessionKind.D2D_MESSAGE, SessionKind.values(), n));

  /** Optional parts that records got when their bytes were already kept; older bytes lack them. */
  private static final Set<Class<?>> LATER = Set.of(SchemaText.class, QueryPart.class);

  private static final Map<Class<?>, IntFunction<?>> BASIC =
      Map.ofEntries(
          Map.entry(String.class, n -> "text_" + n),
          Map.entry(int.class, n -> n),
          Map.entry(Integer.class, n -> n),
          Map.entry(long.class, n -> 10_000_000_000L + n),
          Map.entry(Long.class, n -> 10_000_000_000L + n),
          Map.entry(double.class, n -> n + 0.5),
          Map.entry(boolean.class, n -> n % 2 == 0),
          Map.entry(Boolean.class, n -> n % 2 == 0),
          Map.entry(OptionalInt.class, OptionalInt::of),
          Map.entry(Instant.class, n -> Instant.EPOCH.plusNanos(n)),
          Map.entry(Duration.class, n -> Duration.ofMillis(n)),
          Map.entry(JsonNode.class, n -> JsonNodeFactory.instance.objectNode().put("number", n)));

  private static final Map<Class<?>, Function<List<Object>, Object>> COLLECTIONS =
      Map.of(
          List.class, values -> values,
          SortedSet.class, TreeSet::new,
          NavigableSet.class, TreeSet::new);

  private final boolean full;
  private final boolean withLater;
  private int made;

  private Samples(boolean full, boolean withLater) {
    this.full = full;
    this.withLater = withLater;
  }

  /** A full sample with the optional parts as well that came later. */
  static <T> T whole(Class<T> type) {
    return type.cast(new Samples(true, true).of(type));
  }

  static <T> T full(Class<T> type) {
    return type.cast(new Samples(true, false).of(type));
  }

  static <T> T sparse(Class<T> type) {
    return type.cast(new Samples(false, false).of(type));
  }

  private Object of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    return ofPlain((Class<?>) type);
  }

  private Object ofPlain(Class<?> plain) {
    IntFunction<?> maker = TAUGHT.getOrDefault(plain, BASIC.get(plain));
    if (maker != null) {
      return maker.apply(++made);
    }
    if (plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      return constants[++made % constants.length];
    }
    if (plain.isSealed()) {
      return of(WireTypes.kindsOf(plain).get(0));
    }
    if (plain.isRecord()) {
      return ofRecord(plain);
    }
    throw unknown(plain, "is no record, enum or sealed interface");
  }

  private Object ofGeneric(Class<?> raw, Type[] arguments) {
    if (raw == Optional.class) {
      boolean there = full && (withLater || !LATER.contains(arguments[0]));
      return there ? Optional.of(of(arguments[0])) : Optional.empty();
    }
    if (Map.class.isAssignableFrom(raw)) {
      return ofMap(raw, arguments);
    }
    Function<List<Object>, Object> collected = COLLECTIONS.get(raw);
    if (collected == null) {
      throw unknown(raw, "has no order, or none that is known: declare a List or a SortedSet");
    }
    return collected.apply(full ? List.of(of(arguments[0]), of(arguments[0])) : List.of());
  }

  private Map<Object, Object> ofMap(Class<?> raw, Type[] arguments) {
    Map<Object, Object> map = raw == Map.class ? new LinkedHashMap<>() : new TreeMap<>();
    for (int entry = 0; full && entry < 2; entry++) {
      map.put(of(arguments[0]), of(arguments[1]));
    }
    return map;
  }

  private Object ofRecord(Class<?> type) {
    List<Class<?>> types = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      types.add(component.getType());
      values.add(of(component.getGenericType()));
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw unknown(type, "refuses " + values + " (" + e.getCause() + ")");
    }
  }

  private static <T> T oneWithout(T late, T[] all, int n) {
    List<T> first = Arrays.stream(all).filter(one -> one != late).toList();
    return first.get(n % first.size());
  }

  private static Clause clause(int n) {
    return new Clause(Predicate.PREFIX_KEY, Optional.empty(), List.of(Operand.of("text_" + n)));
  }

  private static DeviceName device(int n) {
    return new DeviceName("device_" + n);
  }

  private static AssertionError unknown(Type type, String why) {
    return new AssertionError(
        "no sample of " + type.getTypeName() + ", which " + why + "; teach it in Samples.TAUGHT");
  }
}
