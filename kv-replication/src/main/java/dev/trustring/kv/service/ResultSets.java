package dev.trustring.kv.service;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.service.KvCall.Reply;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore;
import dev.trustring.trust.identity.OsAccountId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The result sets that running apps hold, in memory; gone with their processes (kv-store §1.4). */
public final class ResultSets {

  /** So many may be open at once in one store of an app (kv-store §1.5). */
  public static final int MOST = 8;

  private record Held(StoreKey store, Cursor cursor) {}

  private final Map<String, Held> held = new TreeMap<>();

  /**
   * Why no result set is opened; it is asked for before the rows are sought. The name of one that
   * is open is refused, since nobody could close that one any more (our choice).
   */
  public Optional<Reply> refusal(ResultSetCall.Open call) {
    if (held.containsKey(keyOf(call))) {
      return Optional.of(new Reply.Failed(Status.INVALID_ARGUMENT));
    }
    long open = held.values().stream().filter(set -> set.store().equals(storeOf(call))).count();
    return open < MOST ? Optional.empty() : Optional.of(new Reply.Failed(Status.OVER_MAX_LIMITS));
  }

  /** The store has said which rows there are, or why it says none. */
  public Reply opened(ResultSetCall.Open call, KvStore.Reply found) {
    if (!(found instanceof KvStore.Reply.Listed listed)) {
      return new Reply.FromStore(found);
    }
    Optional<Reply> refusal = refusal(call);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    held.put(keyOf(call), new Held(storeOf(call), Cursor.over(listed.rows())));
    return new Reply.Done();
  }

  /** One that is not open, or not of that store, is a wrong argument. */
  public Reply close(ResultSetCall.Close call) {
    Held set = held.get(keyOf(call));
    if (set == null || !set.store().equals(call.caller().key(call.store()))) {
      return new Reply.Failed(Status.INVALID_ARGUMENT);
    }
    held.remove(keyOf(call));
    return new Reply.Done();
  }

  /** The store is closed, and its result sets with it (unverified). */
  public void storeClosed(StoreKey store) {
    held.values().removeIf(set -> set.store().equals(store));
  }

  /** The process of an app is gone, and the result sets that it held with it. */
  public void appEnded(BundleName bundle, OsAccountId user) {
    held.values()
        .removeIf(set -> set.store().bundle().equals(bundle) && set.store().user().equals(user));
  }

  /** Carries out a method of a result set. */
  public Reply use(ResultSetCall.Use call) {
    Held set = held.get(keyOf(call));
    return set == null ? new Reply.NoStoreObject() : use(call, set);
  }

  private Reply use(ResultSetCall.Use call, Held set) {
    Cursor cursor = set.cursor();
    return switch (call.method()) {
      case GET_COUNT -> new Reply.NumberIs(cursor.rows().size());
      case GET_POSITION -> new Reply.NumberIs(cursor.position());
      case IS_FIRST -> new Reply.TruthIs(cursor.isFirst());
      case IS_LAST -> new Reply.TruthIs(cursor.isLast());
      case IS_BEFORE_FIRST -> new Reply.TruthIs(cursor.isBeforeFirst());
      case IS_AFTER_LAST -> new Reply.TruthIs(cursor.isAfterLast());
      case GET_ENTRY -> entry(cursor);
      case MOVE_TO_FIRST, MOVE_TO_LAST, MOVE_TO_NEXT, MOVE_TO_PREVIOUS, MOVE, MOVE_TO_POSITION ->
          moved(call, set);
    };
  }

  private Reply moved(ResultSetCall.Use call, Held set) {
    Cursor cursor = set.cursor();
    Cursor moved =
        cursor.at(
            switch (call.method()) {
              case MOVE_TO_FIRST -> 0;
              case MOVE_TO_LAST -> cursor.rows().size() - 1L;
              case MOVE_TO_NEXT -> cursor.position() + 1L;
              case MOVE_TO_PREVIOUS -> cursor.position() - 1L;
              case MOVE -> cursor.position() + call.number();
              case MOVE_TO_POSITION -> call.number();
              default -> throw new AssertionError(call.method() + " does not move");
            });
    held.put(keyOf(call), new Held(set.store(), moved));
    return new Reply.TruthIs(moved.isOnRow());
  }

  /** Beside the rows there is no entry; which error says so is (unverified). */
  private static Reply entry(Cursor cursor) {
    return cursor.isOnRow()
        ? new Reply.EntryFound(cursor.rows().get(cursor.position()))
        : new Reply.Failed(Status.NOT_FOUND);
  }

  private static StoreKey storeOf(ResultSetCall.Open call) {
    return call.caller().key(call.store());
  }

  private static String keyOf(ResultSetCall call) {
    return call.caller().bundle().value() + "/" + call.caller().user() + "/" + call.name();
  }
}
