package dev.trustring.trust.wire;

import dev.trustring.trust.access.AuthenticationType;
import java.util.Optional;

/**
 * The dialogue of devices whose DeviceManager is older than 5.1.0, with its numbers
 * (trust-and-softbus §2.10). It begins with the same message 80 as the later one, whose version
 * tells which is meant. The numbers of the key exchange after 500 are our choice. The platform's
 * own list has 102, 205 and 300 as well, which nothing there sends or reads, and so nothing here
 * does.
 */
public sealed interface V1Message extends BindMessage {

  /** Sink to source: let us speak like this. */
  record V1Answer(BindId bind, BindVersion version) implements V1Message {
    @Override
    public int number() {
      return 90;
    }
  }

  /** The same for a bind by code: whether the sink was told one for that app. */
  record V1CodeAnswer(BindId bind, BindVersion version, boolean ready) implements V1Message {
    @Override
    public int number() {
      return 90;
    }
  }

  /** Source to sink: please ask your person. */
  record V1Request(BindId bind) implements V1Message {
    @Override
    public int number() {
      return 100;
    }
  }

  /**
   * Either way and at any time: the dialogue is over, well or not; the only word that is heard in
   * every state.
   */
  record V1Terminate(BindId bind, BindReason reason) implements V1Message {
    @Override
    public int number() {
      return 104;
    }
  }

  /** Sink to source: the person agreed; here is the group to join. */
  record V1Result(BindId bind, AuthenticationType authenticationType, String group)
      implements V1Message {
    @Override
    public int number() {
      return 200;
    }
  }

  /** Source to sink: a PIN was typed, the key exchange begins. */
  record V1PinStart(BindId bind, FirstRound first) implements V1Message {
    @Override
    public int number() {
      return 500;
    }
  }

  /** Sink to source: its part of the key exchange. */
  record V1PinAnswer(BindId bind, FirstRound first, SecondRound second) implements V1Message {
    @Override
    public int number() {
      return 501;
    }
  }

  /** Source to sink: the rest of its part, and the proof that it has the key. */
  record V1PinConfirm(BindId bind, SecondRound second, String proof) implements V1Message {
    @Override
    public int number() {
      return 502;
    }
  }

  /** Sink to source: the proof that it has the key too; none if the PIN was wrong. */
  record V1PinEnd(BindId bind, Optional<String> proof) implements V1Message {
    @Override
    public int number() {
      return 503;
    }
  }

  /** Either way: a message after the key exchange, closed under its key. */
  record V1Sealed(BindId bind, int number, String box) implements V1Message {}
}
