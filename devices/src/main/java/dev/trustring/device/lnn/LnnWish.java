package dev.trustring.device.lnn;

import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.JoinMessage;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be done for the network of nodes. */
public sealed interface LnnWish {

  /** Answers the call of that number. */
  record Answer(int call, LnnReply reply) implements LnnWish {}

  /** Connects to a peer. */
  record Connect(DeviceName peer) implements LnnWish {}

  record Say(DeviceName peer, JoinMessage message) implements LnnWish {}

  /** Asks HiChain for what this device has towards the peer. */
  record FindCandidates(DeviceName peer, int number) implements LnnWish {}

  /** Asks HiChain whether the peer's proof is right. */
  record JudgeProof(DeviceName peer, JoinMessage.Proof proof) implements LnnWish {}

  /**
   * Takes an authenticated peer into the ledger, in the place of an older node of the same device.
   *
   * @param account the account by which it was authenticated, if it was by one
   */
  record Admit(DeviceName peer, Payload.NodeAttributes attributes, Optional<AccountHash> account)
      implements LnnWish {}

  /** The peer is not online any more. */
  record Dismiss(DeviceName peer) implements LnnWish {}

  /** A join has failed. */
  record TellFailure(DeviceName peer, JoinCode why) implements LnnWish {}

  /** Asks whether the channel of the services to the peer came to be. */
  record AskChannel(DeviceName peer, int number) implements LnnWish {}

  /** Asks again after the time of what is waited for. */
  record Remind(Timer timer) implements LnnWish {}

  /** Waits for nothing more in the connection of that number. */
  record StopTimers(DeviceName peer, int number) implements LnnWish {
    /** All that may run. */
    public List<Timer> timers() {
      return Stream.of(What.values()).map(what -> new Timer(peer, number, what)).toList();
    }
  }

  /** What is waited for, in the connection of that number. */
  record Timer(DeviceName peer, int number, What what) {
    public Duration patience() {
      return what.patience;
    }
  }

  /** The times of trust-and-softbus §5.3. */
  enum What {
    /** That there is a connection. */
    CONNECTION(Duration.ofSeconds(11)),
    /** Until a connection that failed is tried once more. */
    RETRY(Duration.ofSeconds(3)),
    AUTHENTICATION(Duration.ofSeconds(10)),
    /** That the whole join is done. */
    JOIN(Duration.ofSeconds(15)),
    LEAVE(Duration.ofSeconds(5));

    private final Duration patience;

    What(Duration patience) {
      this.patience = patience;
    }
  }
}
