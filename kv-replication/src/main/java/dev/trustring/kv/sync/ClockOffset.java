package dev.trustring.kv.sync;

/** The difference of two clocks by the midpoint method (kv-store §2.4). */
final class ClockOffset {

  private ClockOffset() {}

  /** The peer's clock minus this device's, in engine time, when its answer arrives now. */
  static long between(SyncMessage.TimeAnswer answer, long now) {
    long there = answer.receivedAt() - answer.sentAt();
    long back = answer.answeredAt() - now;
    return (there + back) / 2;
  }
}
