package dev.trustring.device.net;

import java.util.Optional;

/**
 * A word between the network builders of two devices (trust-and-softbus §5.3); its number is that
 * of the connection of the device that joins, or leaves.
 */
public sealed interface JoinMessage {

  int number();

  /** What a credential rests on. */
  enum Basis {
    ACCOUNT,
    BOND
  }

  /** Which device are you? The header of the frame says who asks. */
  record DeviceId(int number) implements JoinMessage {}

  record DeviceIdAnswer(int number) implements JoinMessage {}

  /**
   * HiChain's proof by one credential.
   *
   * @param group what the two would have in common
   * @param digest shows that the sender has the key, which it does not tell
   */
  record Proof(int number, Basis basis, String group, String digest) implements JoinMessage {}

  /**
   * What HiChain says of the proof.
   *
   * @param refusal empty if the peer has the same key
   */
  record ProofAnswer(int number, Optional<JoinCode> refusal) implements JoinMessage {}

  /** The session key is saved here. */
  record KeySaved(int number) implements JoinMessage {}

  record KeySavedAnswer(int number) implements JoinMessage {}

  /** Tells the node's attributes. */
  record DeviceInfo(int number, Payload.NodeAttributes attributes) implements JoinMessage {}

  record DeviceInfoAnswer(int number, Payload.NodeAttributes attributes) implements JoinMessage {}

  /** The sender gives its join up. */
  record Cancelled(int number) implements JoinMessage {}

  /** The sender leaves. */
  record Leave(int number) implements JoinMessage {}

  record LeaveAnswer(int number) implements JoinMessage {}
}
