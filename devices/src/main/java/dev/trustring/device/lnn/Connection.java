package dev.trustring.device.lnn;

import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The record of one connection to a node (trust-and-softbus §5.3). */
final class Connection {

  /** What may become of one: it goes through these in order, or ends early. */
  enum State {
    AUTHENTICATING,
    /** An older connection to the same device is put away. */
    CLEANING,
    ONLINE,
    LEAVING
  }

  /** How a join began. */
  enum Origin {
    /** A process called. */
    CALL,
    /** The peer was heard, and this device trusts it. */
    HEARD,
    /** The peer was heard and announces the account of this device. */
    INTRODUCED
  }

  final DeviceName peer;
  final int number;
  final Origin origin;

  /** The calls that wait for its end. */
  final List<Integer> askers = new ArrayList<>();

  State state = State.AUTHENTICATING;
  JoinStage stage;

  /** Whether there is, or was, a connection below it. */
  boolean linked;

  boolean retried;
  List<Candidate> left = List.of();
  Optional<Candidate> tried = Optional.empty();

  Connection(DeviceName peer, int number, Origin origin) {
    this.peer = peer;
    this.number = number;
    this.origin = origin;
    this.stage = origin == Origin.CALL ? JoinStage.CONNECTING : JoinStage.DEVICE_ID;
  }

  /** A peer that membership has brought online. */
  static Connection online(DeviceName peer) {
    Connection connection = new Connection(peer, 0, Origin.HEARD);
    connection.state = State.ONLINE;
    return connection;
  }

  /** A peer that has joined this device, and is to be taken in. */
  static Connection passive(DeviceName peer) {
    Connection connection = new Connection(peer, 0, Origin.HEARD);
    connection.state = State.CLEANING;
    return connection;
  }

  boolean isJoining() {
    return state == State.AUTHENTICATING || state == State.CLEANING;
  }

  /** Whether its frames are those of the network builder itself. */
  boolean hasFramesOfItsOwn() {
    return origin != Origin.INTRODUCED;
  }

  boolean isAt(JoinStage wanted) {
    return state == State.AUTHENTICATING && stage == wanted;
  }
}
