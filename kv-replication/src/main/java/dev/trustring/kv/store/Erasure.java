package dev.trustring.kv.store;

/**
 * A row that a query sent before and does not find any more: the peer erases its copy (kv-store
 * §2.5).
 *
 * @param writeTimestamp when it was changed so
 */
public record Erasure(RowId id, long writeTimestamp) {}
