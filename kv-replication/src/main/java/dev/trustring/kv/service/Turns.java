package dev.trustring.kv.service;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.sync.Link;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whose turn it is: the attempts of one store towards one peer run strictly one after another,
 * those towards different peers side by side (kv-store §3.2).
 */
final class Turns {

  private final Map<String, ArrayDeque<AttemptId>> queues = new TreeMap<>();
  private final Map<String, DeviceName> peers = new TreeMap<>();

  /** Puts an attempt at the end of its queue; true when it may start at once. */
  boolean join(AttemptId id, DeviceName peer, Link link) {
    ArrayDeque<AttemptId> queue =
        queues.computeIfAbsent(queueOf(peer, link), absent -> new ArrayDeque<>());
    queue.add(id);
    peers.put(queueOf(peer, link), peer);
    return queue.size() == 1;
  }

  /** Takes an ended attempt off its queue; the one that gets its turn by that, if any waits. */
  Optional<AttemptId> leave(AttemptId id, DeviceName peer, Link link) {
    ArrayDeque<AttemptId> queue = queues.getOrDefault(queueOf(peer, link), new ArrayDeque<>());
    boolean hadTheTurn = id.equals(queue.peek());
    queue.remove(id);
    if (queue.isEmpty()) {
      queues.remove(queueOf(peer, link));
      peers.remove(queueOf(peer, link));
    }
    return hadTheTurn ? Optional.ofNullable(queue.peek()) : Optional.empty();
  }

  /** Every attempt towards that peer, running or waiting. */
  List<AttemptId> towards(DeviceName peer) {
    List<AttemptId> ids = new ArrayList<>();
    queues.forEach(
        (name, queue) -> {
          if (peer.equals(peers.get(name))) {
            ids.addAll(queue);
          }
        });
    return ids;
  }

  private static String queueOf(DeviceName peer, Link link) {
    return peer.value() + "|" + link.app().value() + "|" + link.user() + "|" + link.store();
  }
}
