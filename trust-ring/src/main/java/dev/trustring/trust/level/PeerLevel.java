package dev.trustring.trust.level;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the level service remembers of one device.
 *
 * @param known the level, which going offline does not take away; 0 when there is none
 * @param last how the last attempt ended
 * @param nonce the question to which an answer may still come
 * @param sends how often it was asked since it came online
 * @param waiters who waits for its level, in the order in which they came
 */
record PeerLevel(
    State state,
    boolean online,
    int known,
    LevelCode last,
    Optional<Nonce> nonce,
    int sends,
    List<Long> waiters) {

  static final PeerLevel NEW =
      new PeerLevel(State.INIT, false, 0, LevelCode.DEFAULT, Optional.empty(), 0, List.of());

  /** Where the service stands with a device (trust-and-softbus §4.3). */
  enum State {
    INIT,
    WAITING,
    SUCCESS,
    FAILED
  }

  /** The challenge of a question, and when it was asked. */
  record Nonce(String challenge, Instant asked) {}

  PeerLevel {
    waiters = List.copyOf(waiters);
  }

  /** What a caller is told now. */
  LevelAnswer result() {
    return known > 0 ? LevelAnswer.known(known) : LevelAnswer.failed(last);
  }

  PeerLevel is(State now) {
    return new PeerLevel(now, online, known, last, nonce, sends, waiters);
  }

  PeerLevel online(boolean now) {
    return new PeerLevel(state, now, known, last, nonce, sends, waiters);
  }

  PeerLevel succeeded(int level) {
    return new PeerLevel(
        State.SUCCESS, online, level, LevelCode.SUCCESS, Optional.empty(), sends, waiters);
  }

  PeerLevel failed(LevelCode why) {
    return new PeerLevel(State.FAILED, online, known, why, nonce, sends, waiters);
  }

  PeerLevel asking(Nonce question, int times) {
    return new PeerLevel(state, online, known, last, Optional.of(question), times, waiters);
  }

  PeerLevel withoutNonce() {
    return new PeerLevel(state, online, known, last, Optional.empty(), sends, waiters);
  }

  PeerLevel waitedForBy(List<Long> now) {
    return new PeerLevel(state, online, known, last, nonce, sends, now);
  }
}
