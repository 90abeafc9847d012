package dev.trustring.kv.service;

import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.query.QueryCheck;
import dev.trustring.kv.schema.Schema;
import dev.trustring.kv.status.Status;
import java.util.Optional;

/** Why the engine does not take a sync with a query at all (kv-store §3.2, §4.1). */
final class QueryRefusal {

  private QueryRefusal() {}

  /** The call throws an error without a code, whatever the engine's number was. */
  static Optional<KvCall.Reply> of(Optional<Query> query, Optional<StoreRecord> own) {
    Optional<Schema> schema = own.flatMap(StoreRecord::schema).flatMap(Schema::parse);
    return query
        .flatMap(asked -> problem(asked, schema))
        .map(status -> status.jsCode().isPresent() ? Status.ERROR : status)
        .map(KvCall.Reply.Failed::new);
  }

  /** A subscription neither limits nor orders, and needs room for it (kv-store §1.5). */
  static Optional<KvCall.Reply> ofSubscription(Query query, boolean room) {
    if (query.isLimited() || query.isOrdered()) {
      return Optional.of(new KvCall.Reply.Failed(Status.NOT_SUPPORT));
    }
    return room ? Optional.empty() : Optional.of(new KvCall.Reply.Failed(Status.ERROR));
  }

  private static Optional<Status> problem(Query query, Optional<Schema> schema) {
    return query.isOrderedByWriteTime()
        ? Optional.of(Status.NOT_SUPPORT)
        : QueryCheck.problem(query, schema);
  }
}
