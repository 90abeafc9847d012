package dev.trustring.device.net;

import dev.trustring.atm.remote.TokenSyncMessage;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.level.DeviceLevel;
import dev.trustring.trust.level.LevelMessage;
import dev.trustring.trust.ring.RingId;
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

  /** What the channel over which it goes is for. */
  default Purpose purpose() {
    return Purpose.SERVICES;
  }

  /** Wants a channel over this bearer for a purpose that is not that of the services. */
  record LaneOpen(int number, Purpose purpose) implements Payload {
    @Override
    public String word() {
      return "lane-open " + purpose.word();
    }
  }

  /** The channel is open. */
  record LaneAccept(int number, Purpose purpose) implements Payload {
    @Override
    public String word() {
      return "lane-accept " + purpose.word();
    }
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

  /**
   * Was sent a frame of a version that it cannot read.
   *
   * @param refused the version of that frame
   * @param spoken the version to use instead
   */
  record VersionRefused(int refused, int spoken) implements Payload {
    /** A version is one byte of a frame. */
    public static final int VERSION_MAX = 255;

    public VersionRefused {
      if (refused < 1 || refused > VERSION_MAX || spoken < 1 || spoken > VERSION_MAX) {
        throw new IllegalArgumentException(
            "a version is 1 to " + VERSION_MAX + ": " + refused + ", " + spoken);
      }
    }

    @Override
    public String word() {
      return "version-refused";
    }
  }

  /** Has not heard the other node's attributes and wants them. */
  record NodeHelloWanted() implements Payload {
    @Override
    public String word() {
      return "node-hello-wanted";
    }
  }

  /** Tells the node's attributes. */
  record NodeHello(NodeInfo info) implements Payload {
    @Override
    public String word() {
      return "node-hello";
    }
  }

  /**
   * Tells the node's attributes, and more of them than {@link NodeHello}, which is what devices
   * said before this one and is still read.
   *
   * @param levelStated whether the attributes hold a level; where they do and the level is empty
   *     nobody gave the device one, which its own system counts as the lowest
   * @param deviceType the platform's number for this kind of device
   */
  record NodeAttributes(NodeInfo info, boolean levelStated, int deviceType) implements Payload {

    /** What a device that says no more than hello is taken for. */
    public static NodeAttributes of(NodeHello hello) {
      return new NodeAttributes(hello.info(), true, 0);
    }

    /** The level in the attributes; 0 where nobody gave the device one (trust-and-softbus §4.3). */
    public Optional<Integer> statedLevel() {
      return levelStated
          ? Optional.of(info.level().map(DeviceLevel::number).orElse(0))
          : Optional.empty();
    }

    @Override
    public String word() {
      return "node-hello";
    }
  }

  /** A word between the level services of two devices (trust-and-softbus §4.3). */
  record OfLevel(LevelMessage message) implements Payload {
    @Override
    public String word() {
      return "level " + message.getClass().getSimpleName();
    }
  }

  /** A word between the trust of two devices. */
  record OfTrust(TrustMessage message) implements Payload {
    @Override
    public String word() {
      return "trust " + message.getClass().getSimpleName();
    }
  }

  /** A word between the token sync services of two devices (access-token §5.5). */
  record OfAtm(TokenSyncMessage message) implements Payload {
    @Override
    public String word() {
      return "token " + message.getClass().getSimpleName();
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

  /** A word of discovery: it needs no session, and goes past the soft bus's sessions. */
  sealed interface OfDiscovery extends Payload {}

  /** Is there anybody? It goes to everybody who can hear it. */
  record DiscoverProbe() implements OfDiscovery {
    @Override
    public String word() {
      return "discover-probe";
    }
  }

  /** The answer of a device, with the platform's number for its kind. */
  record DiscoverAnswer(int deviceType) implements OfDiscovery {
    @Override
    public String word() {
      return "discover-answer";
    }
  }

  /** A word about what is published at the soft bus and looked for there. */
  sealed interface OfNotices extends OfDiscovery {}

  /** Is there anybody with that capability? It goes to everybody who can hear it. */
  record DiscoverCapability(String capability) implements OfNotices {
    @Override
    public String word() {
      return "discover-capability";
    }
  }

  /**
   * Here is a device with that capability: to everybody who can hear it, or to who asked.
   *
   * @param data what the process that published it wants to be told with it
   * @param deviceType the platform's number for this kind of device
   */
  record DiscoverNotice(String capability, String data, int deviceType) implements OfNotices {
    @Override
    public String word() {
      return "discover-notice";
    }
  }

  /** The node is called so now. */
  record NodeName(String name) implements Payload {
    @Override
    public String word() {
      return "node-name";
    }
  }

  /** A word between the two ends of a session of apps. */
  record OfSession(SessionMessage message, Purpose purpose) implements Payload {
    @Override
    public String word() {
      return "session " + message.getClass().getSimpleName();
    }
  }

  /** A word between the network builders of two devices (trust-and-softbus §5.3). */
  record OfJoin(JoinMessage message) implements Payload {
    @Override
    public String word() {
      return "join " + message.getClass().getSimpleName();
    }

    @Override
    public Purpose purpose() {
      return Purpose.JOIN;
    }
  }

  /** A word about a ring; it goes to whatever makes membership and not to the device's actors. */
  sealed interface OfRing extends Payload {
    RingId ring();
  }

  /**
   * Looks for the other members of a ring, or answers one who does.
   *
   * @param address where the sender's endpoint of the ring is
   * @param founder who founded the cluster the sender is in; empty while it is in none
   * @param answer whether this answers a probe, and so needs no answer itself
   * @param proof shows that the sender has the ring's key, which it does not tell
   */
  record RingProbe(RingId ring, String address, String founder, boolean answer, String proof)
      implements OfRing {
    @Override
    public String word() {
      return answer ? "ring-here" : "ring-probe";
    }
  }

  /** The sender has no ring of that name with the device that asked. */
  record RingStranger(RingId ring) implements OfRing {
    @Override
    public String word() {
      return "ring-stranger";
    }
  }

  /**
   * Stands for what radios and people do between devices whose worlds are in different processes.
   * It goes to the world of the receiving device and not to the device's actors.
   */
  sealed interface OfWorld extends Payload {}

  /** The sender is in reach and belongs to this account (trust-and-softbus §5.3). */
  record AccountBeacon(AccountHash account) implements OfWorld {
    @Override
    public String word() {
      return "account-beacon";
    }
  }

  /** What people see or devices hear of the sender, with no radio at all. */
  sealed interface OfSenses extends OfWorld {}

  /** The sender shows a PIN, which the person in front of the receiver reads there. */
  record PinOnScreen(int pin) implements OfSenses {
    @Override
    public String word() {
      return "pin-on-screen";
    }
  }

  /** The sender says a PIN, and the receiver is near enough to hear it. */
  record PinAsSound(int pin) implements OfSenses {
    @Override
    public String word() {
      return "pin-as-sound";
    }
  }
}
