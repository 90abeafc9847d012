package dev.trustring.kv.sync;

/** Where an attempt of the initiator waits. */
enum Phase {
  METADATA,
  FACTS,
  /** For the store's word on whether it has anything new. */
  NEWS,
  TIME,
  ABILITY,
  ROWS,
  ACK,
  /** For the rows that the peer was asked for. */
  ANSWER,
  DONE
}
