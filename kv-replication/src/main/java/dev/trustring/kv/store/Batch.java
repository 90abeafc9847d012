package dev.trustring.kv.store;

import java.util.List;

/**
 * The rows that a peer has not been sent yet.
 *
 * @param startMark the sender's mark for the peer before this batch
 * @param endMark the mark after it
 */
public record Batch(List<Row> rows, long startMark, long endMark) {
  public Batch {
    rows = List.copyOf(rows);
  }
}
