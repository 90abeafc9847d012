package dev.trustring.sim.fabric;

/** What became of a message at the system that it reached. */
enum Receipt {
  DELIVERED,
  /** Its bytes are foreign: no such serializer here, or the serializer would not take them. */
  REFUSED,
  /** Its sender's life is quarantined. */
  SHUT_OUT
}
