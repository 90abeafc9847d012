package dev.trustring.kv.service;

import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.StoreId;

/** What apps ask about result sets; each has the name under which the app holds it. */
public sealed interface ResultSetCall extends KvCall {

  /** The name under which the calling app holds the result set. */
  String name();

  /**
   * {@code getResultSet}.
   *
   * @param rows what finds the rows: {@link KvStore.Command.Entries} or {@link
   *     KvStore.Command.Select}
   */
  record Open(KvCaller caller, StoreId store, String name, KvStore.Command rows)
      implements ResultSetCall {}

  /** {@code closeResultSet}. */
  record Close(KvCaller caller, StoreId store, String name) implements ResultSetCall {}

  /**
   * A method of the result set.
   *
   * @param number what {@code move} and {@code moveToPosition} were given, else 0
   */
  record Use(KvCaller caller, String name, Method method, long number) implements ResultSetCall {}

  /** The methods of a result set, by the platform's names (kv-store §1.4). */
  enum Method {
    GET_COUNT("getCount"),
    GET_POSITION("getPosition"),
    MOVE_TO_FIRST("moveToFirst"),
    MOVE_TO_LAST("moveToLast"),
    MOVE_TO_NEXT("moveToNext"),
    MOVE_TO_PREVIOUS("moveToPrevious"),
    MOVE("move"),
    MOVE_TO_POSITION("moveToPosition"),
    IS_FIRST("isFirst"),
    IS_LAST("isLast"),
    IS_BEFORE_FIRST("isBeforeFirst"),
    IS_AFTER_LAST("isAfterLast"),
    GET_ENTRY("getEntry");

    private final String word;

    Method(String word) {
      this.word = word;
    }

    /** The platform's name. */
    public String word() {
      return word;
    }
  }
}
