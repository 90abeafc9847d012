package dev.trustring.sim.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trustring.config.scenario.Step;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import dev.trustring.kv.schema.Schema;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.kv.store.StoreState;
import dev.trustring.kv.store.Value;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an app was told is written stays written: it is on disk when the app hears of it, and a
 * store that is read again after a power cut or a broken disk holds every row that it held before,
 * or one written later (design §7).
 */
final class NoLostWrite implements Invariant {

  /** So many of the last writes of a store are looked through for the one that is answered. */
  private static final int LAST = 64;

  private record Place(DeviceName device, StoreKey store) {}

  private final Map<Place, Deque<List<Row>>> written = new HashMap<>();

  /** Stores in which an app writes into a transaction: none of that is on disk yet. */
  private final Set<Place> inTransaction = new HashSet<>();

  @Override
  public String name() {
    return "no-lost-write";
  }

  @Override
  public String sentence() {
    return "no write that was acknowledged to an app is lost by a crash";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (happening instanceof Happening.StoreChanged changed) {
      writes(changed.event()).ifPresent(rows -> note(changed, rows));
      return Optional.empty();
    }
    if (happening instanceof Happening.StoreRead read) {
      inTransaction.remove(new Place(read.device(), read.store()));
      return shadow.before().flatMap(before -> firstLost(read, before));
    }
    if (happening instanceof Happening.Called called) {
      begin(called);
    }
    return happening instanceof Happening.Answered answered
            && answered.outcome() instanceof CallOutcome.Returned
        ? unwritten(answered, shadow)
        : Optional.empty();
  }

  /** Answers may come in another order than calls, so a transaction counts from its call on. */
  private void begin(Happening.Called called) {
    if (called.call().call().value().equals("SingleKVStore.startTransaction")) {
      place(called.device(), called.caller(), called.call()).ifPresent(inTransaction::add);
    }
  }

  private static Optional<List<Row>> writes(KvStore.Event event) {
    if (event instanceof KvStore.Event.Wrote wrote) {
      return Optional.of(List.of(wrote.row()));
    } else if (event instanceof KvStore.Event.WroteBatch batch) {
      return Optional.of(batch.rows());
    }
    return event instanceof KvStore.Event.Cached cached
        ? Optional.of(cached.rows())
        : Optional.empty();
  }

  private void note(Happening.StoreChanged changed, List<Row> rows) {
    Deque<List<Row>> last =
        written.computeIfAbsent(
            new Place(changed.device(), changed.store()), absent -> new ArrayDeque<>());
    last.addFirst(rows);
    if (last.size() > LAST) {
      last.removeLast();
    }
  }

  /** The first row that was on disk before and has come back older, or not at all. */
  private static Optional<String> firstLost(Happening.StoreRead read, StoreState before) {
    return before.rows().values().stream()
        .filter(row -> isLost(row, read.state()))
        .findFirst()
        .map(
            row ->
                read.device()
                    + " lost what was written to "
                    + row.id().key().text()
                    + " of "
                    + read.store().store());
  }

  private static boolean isLost(Row row, StoreState now) {
    Row found = now.rows().get(row.id());
    return found == null || found.writeTimestamp() < row.writeTimestamp();
  }

  private Optional<String> unwritten(Happening.Answered answered, Shadow shadow) {
    Step.Call call = answered.call();
    Optional<Place> place = place(answered.device(), answered.caller(), call);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    return switch (call.call().value()) {
      case "SingleKVStore.commit", "SingleKVStore.rollback" -> {
        inTransaction.remove(place.get());
        yield Optional.empty();
      }
      case "SingleKVStore.put" -> missing(place.get(), Stream.of(call.arguments()), shadow);
      case "SingleKVStore.putBatch" ->
          missing(
              place.get(),
              StreamSupport.stream(call.arguments().path("entries").spliterator(), false),
              shadow);
      default -> Optional.empty();
    };
  }

  private static Optional<Place> place(DeviceName device, Caller caller, Step.Call call) {
    String store = call.arguments().path("storeId").asText();
    return caller instanceof Caller.App app && !store.isEmpty()
        ? Optional.of(
            new Place(
                device,
                new StoreKey(
                    app.contents().bundle(),
                    new OsAccountId(app.user().value()),
                    new StoreId(store))))
        : Optional.empty();
  }

  private Optional<String> missing(Place place, Stream<JsonNode> entries, Shadow shadow) {
    if (inTransaction.contains(place)) {
      return Optional.empty();
    }
    Optional<Schema> schema =
        shadow
            .store(place.device(), place.store())
            .flatMap(StoreState::options)
            .flatMap(StoreOptions::schema)
            .flatMap(Schema::parse);
    return entries
        .filter(entry -> !isWritten(place, entry, schema))
        .findFirst()
        .map(
            entry ->
                place.device()
                    + " told its app that "
                    + entry.path("key").asText()
                    + " of "
                    + place.store().store()
                    + " is written, and it is not on disk");
  }

  private boolean isWritten(Place place, JsonNode entry, Optional<Schema> schema) {
    Key key = Key.of(entry.path("key").asText());
    return Objects.requireNonNullElseGet(written.get(place), ArrayDeque<List<Row>>::new).stream()
        .flatMap(List::stream)
        .anyMatch(row -> row.id().key().equals(key) && holds(row, entry.path("value"), schema));
  }

  /** Values of other kinds than text have a form of their own on disk. */
  private static boolean holds(Row row, JsonNode value, Optional<Schema> schema) {
    Optional<String> found = row.value().map(Value::text);
    return !value.isTextual()
        || found.equals(Optional.of(value.asText()))
        || schema
            .filter(one -> found.flatMap(one::body).filter(isWhole(one, value)).isPresent())
            .isPresent();
  }

  /** A schema may add fields to what the app gave, and changes none of it (kv-store §1.5). */
  private static Predicate<JsonNode> isWhole(Schema schema, JsonNode value) {
    return found -> schema.body(value.asText()).filter(given -> has(found, given)).isPresent();
  }

  private static boolean has(JsonNode found, JsonNode given) {
    return given.isObject()
        ? given.properties().stream()
            .allMatch(field -> has(found.path(field.getKey()), field.getValue()))
        : found.equals(given);
  }
}
