package dev.trustring.kv.store;

import dev.trustring.kv.query.Query;
import java.util.List;

/** What a batch has besides rows when a query has chosen them (kv-store §2.5). */
public record QueryPart(Query query, List<Erasure> erased) {
  public QueryPart {
    erased = List.copyOf(erased);
  }
}
