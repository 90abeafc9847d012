package dev.trustring.sim.journal;

import akka.persistence.PersistentRepr;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The events of one persistence id, numbered without gaps; deleting takes from the front. */
final class EventLog {
  private final NavigableMap<Long, PersistentRepr> events = new TreeMap<>();
  private long highest;

  void append(PersistentRepr event) {
    if (event.sequenceNr() != highest + 1) {
      throw new IllegalStateException(
          "%s has %d events, so %d cannot follow: is it running twice?"
              .formatted(event.persistenceId(), highest, event.sequenceNr()));
    }
    highest = event.sequenceNr();
    events.put(highest, event);
  }

  void deleteTo(long sequenceNr) {
    events.headMap(sequenceNr, true).clear();
  }

  /** The highest number ever written, deleted events included. */
  long highest() {
    return highest;
  }

  Collection<PersistentRepr> all() {
    return events.values();
  }

  List<PersistentRepr> between(long from, long to, long max) {
    return from > to
        ? List.of()
        : events.subMap(from, true, to, true).values().stream().limit(max).toList();
  }
}
