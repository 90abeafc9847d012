package dev.trustring.kv.store;

import java.util.List;

/** What comes of a command: facts, and the answer once they are on disk. */
public record StoreDecision(List<KvStore.Event> events, KvStore.Reply reply) {
  public StoreDecision {
    events = List.copyOf(events);
  }
}
