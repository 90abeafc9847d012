package dev.trustring.kv.service;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.query.Query;
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
 * those towards different peers side by side (kv-store §3.2). An answer to a pull of the peer need
 * not wait for an attempt that itself waits for the peer's rows (kv-store §3.3), or two devices
 * that pull from each other would wait for ever.
 *
 * <p>A line also remembers how the last attempt that sent rows has ended, for the push behind it;
 * when the line runs empty it is gone, and that with it.
 */
final class Turns {

  private final Map<String, Line> lines = new TreeMap<>();

  /** The attempts towards one peer for one store. */
  private static final class Line {
    private final String name;
    private final DeviceName peer;
    private final ArrayDeque<AttemptId> own = new ArrayDeque<>();
    private final ArrayDeque<AttemptId> answers = new ArrayDeque<>();
    private boolean ownRuns;
    private boolean ownAwaitsRows;
    private boolean answerRuns;
    private boolean pushed;
    private final Map<String, Boolean> queriesPushed = new TreeMap<>();

    Line(String name, DeviceName peer) {
      this.name = name;
      this.peer = peer;
    }

    Optional<AttemptId> next() {
      if (answerRuns || (ownRuns && !ownAwaitsRows)) {
        return Optional.empty();
      }
      if (!answers.isEmpty()) {
        answerRuns = true;
        return Optional.of(answers.element());
      }
      if (ownRuns || own.isEmpty()) {
        return Optional.empty();
      }
      ownRuns = true;
      return Optional.of(own.element());
    }

    void leaves(AttemptId id) {
      if (id.equals(own.peek())) {
        ownRuns = false;
        ownAwaitsRows = false;
      } else if (id.equals(answers.peek())) {
        answerRuns = false;
      }
      own.remove(id);
      answers.remove(id);
    }

    boolean isEmpty() {
      return own.isEmpty() && answers.isEmpty();
    }
  }

  /** Puts an attempt at the end of its line; the one that may start now, if any may. */
  Optional<AttemptId> join(AttemptId id, DeviceName peer, Link link) {
    Line line = line(peer, link);
    line.own.add(id);
    return line.next();
  }

  /** The same for an attempt that answers a pull of the peer. */
  Optional<AttemptId> joinToAnswer(AttemptId id, DeviceName peer, Link link) {
    Line line = line(peer, link);
    line.answers.add(id);
    return line.next();
  }

  /** An attempt that has its turn waits for the peer's rows now; the answer that may start. */
  Optional<AttemptId> awaitsRows(AttemptId id, DeviceName peer, Link link) {
    Line line = line(peer, link);
    if (line.ownRuns && id.equals(line.own.peek())) {
      line.ownAwaitsRows = true;
    }
    return line.next();
  }

  /**
   * Whether the last attempt of the line that sent rows of that query has succeeded, or where there
   * was none the last that sent all rows (kv-store §3.2).
   */
  boolean pushed(DeviceName peer, Link link, Optional<Query> query) {
    Line line = line(peer, link);
    return query
        .flatMap(one -> Optional.ofNullable(line.queriesPushed.get(one.text())))
        .orElse(line.pushed);
  }

  /** An attempt of the line that was to send rows has ended. */
  void sentRows(DeviceName peer, Link link, Optional<Query> query, boolean succeeded) {
    Line line = line(peer, link);
    query.ifPresentOrElse(
        one -> line.queriesPushed.put(one.text(), succeeded), () -> line.pushed = succeeded);
  }

  /** Takes an ended attempt off its line; the one that gets its turn by that, if any waits. */
  Optional<AttemptId> leave(AttemptId id, DeviceName peer, Link link) {
    Line line = line(peer, link);
    line.leaves(id);
    if (line.isEmpty()) {
      lines.remove(nameOf(peer, link));
    }
    return line.next();
  }

  /** Every attempt towards that peer, running or waiting. */
  List<AttemptId> towards(DeviceName peer) {
    List<AttemptId> ids = new ArrayList<>();
    for (Line line : lines.values()) {
      if (line.peer.equals(peer)) {
        ids.addAll(line.own);
        ids.addAll(line.answers);
      }
    }
    return ids;
  }

  /** Every attempt for that store, running or waiting, towards whomever. */
  List<AttemptId> of(Link link) {
    List<AttemptId> ids = new ArrayList<>();
    for (Line line : lines.values()) {
      if (nameOf(line.peer, link).equals(line.name)) {
        ids.addAll(line.own);
        ids.addAll(line.answers);
      }
    }
    return ids;
  }

  /** Whether an attempt of an app for that store is still to end, towards whomever. */
  boolean hasOwn(Link link) {
    return lines.values().stream()
        .anyMatch(line -> nameOf(line.peer, link).equals(line.name) && !line.own.isEmpty());
  }

  private Line line(DeviceName peer, Link link) {
    return lines.computeIfAbsent(nameOf(peer, link), name -> new Line(name, peer));
  }

  private static String nameOf(DeviceName peer, Link link) {
    return peer.value() + "|" + link.app().value() + "|" + link.user() + "|" + link.store();
  }
}
