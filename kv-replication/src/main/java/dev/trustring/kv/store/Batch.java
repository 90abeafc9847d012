package dev.trustring.kv.store;

import dev.trustring.kv.query.Query;
import java.util.List;
import java.util.Optional;

/**
 * The rows that a peer has not been sent yet.
 *
 * @param startMark the sender's mark for the peer before this batch
 * @param endMark the mark after it
 * @param part what a query adds; the marks are those of the query then
 */
public record Batch(List<Row> rows, long startMark, long endMark, Optional<QueryPart> part) {
  public Batch {
    rows = List.copyOf(rows);
  }

  /** Rows that no query has chosen. */
  public Batch(List<Row> rows, long startMark, long endMark) {
    this(rows, startMark, endMark, Optional.empty());
  }

  /** The query that has chosen the rows. */
  public Optional<Query> query() {
    return part.map(QueryPart::query);
  }
}
