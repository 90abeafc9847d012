package dev.trustring.device.net;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.wire.TrustMessage;
import java.util.Optional;

/** What a frame carries. */
public sealed interface Payload {

  /** One word for traces. */
  String word();

  /** The attempt at whose door a loss of this frame is laid. */
  default Optional<AttemptId> attempt() {
    return Optional.empty();
  }

  /** Wants a session over this bearer. */
  record SessionOpen(int session) implements Payload {
    @Override
    public String word() {
      return "session-open";
    }
  }

  /** The session is open. */
  record SessionAccept(int session) implements Payload {
    @Override
    public String word() {
      return "session-accept";
    }
  }

  /** Tells the node's attributes. */
  record NodeHello(NodeInfo info) implements Payload {
    @Override
    public String word() {
      return "node-hello";
    }
  }

  /** A word between the trust of two devices. */
  record OfTrust(TrustMessage message) implements Payload {
    @Override
    public String word() {
      return "trust " + message.getClass().getSimpleName();
    }
  }

  /** A word between the data services of two devices. */
  record OfSync(SyncMessage message) implements Payload {
    @Override
    public String word() {
      return "sync " + message.getClass().getSimpleName();
    }

    @Override
    public Optional<AttemptId> attempt() {
      return Optional.of(message.attempt());
    }
  }
}
