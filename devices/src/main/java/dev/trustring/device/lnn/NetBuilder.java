package dev.trustring.device.lnn;

import dev.trustring.device.lnn.Connection.Origin;
import dev.trustring.device.lnn.Connection.State;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.JoinMessage;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ledger.TrustState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The connections of a device to other nodes: who joins, is online, leaves (trust-and-softbus
 * §5.3). Whatever happens is told to it; what is to be done then is in {@link #wishes}.
 *
 * <p>Simplified in three ways. Membership alone brings online who trust each other; a join adds
 * what it lacks, and the limit of records holds for both. A join to which a device of the same
 * account is introduced has no frames of its own but goes over the hello of accounts: a channel
 * that did not come to be is the stage of the device id, the answer is HiChain, the stored row the
 * session key. Who was heard counts as connected: that is why a peer that is heard and does not
 * hear is stuck at the device id (§6).
 */
public final class NetBuilder {

  private final LnnWishes wishes = new LnnWishes();
  private final NetSink sink;
  private final Joins joins;

  /**
   * Nobody is online yet.
   *
   * @param on the bearers whose radios are on
   */
  public NetBuilder(List<Bearer> on) {
    this.joins = new Joins(on, wishes);
    this.sink = new NetSink(joins, wishes);
  }

  /** What is to be done now, in this order; asked after each thing that happened. */
  public List<LnnWish> wishes() {
    return wishes.take();
  }

  /** A process wants to join a node. */
  public void join(int call, DeviceName peer) {
    Optional<Connection> there = joins.record(peer);
    Optional<Joins.Queued> waiting = joins.queued(peer);
    if (there.isPresent()) {
      join(call, there.get());
    } else if (waiting.isPresent()) {
      waiting.get().askers().add(call);
    } else {
      joins.enqueue(peer, Origin.CALL, List.of(call));
    }
  }

  private void join(int call, Connection there) {
    switch (there.state) {
      case AUTHENTICATING, CLEANING -> there.askers.add(call);
      case ONLINE -> wishes.done(List.of(call));
      case LEAVING -> wishes.refuse(List.of(call), JoinCode.ALREADY_LEAVING);
    }
  }

  /** A process wants to leave a node, or to take back a join. */
  public void leave(int call, DeviceName peer) {
    Optional<Connection> there = joins.record(peer);
    Optional<Joins.Queued> waiting = joins.queued(peer);
    if (there.isPresent()) {
      leave(call, there.get());
    } else if (waiting.isPresent()) {
      joins.cancel(waiting.get());
      wishes.done(List.of(call));
    } else {
      wishes.refuse(List.of(call), JoinCode.UNKNOWN_NODE);
    }
  }

  private void leave(int call, Connection there) {
    switch (there.state) {
      case AUTHENTICATING, CLEANING -> {
        joins.cancel(there);
        wishes.done(List.of(call));
      }
      case ONLINE -> {
        Connection leaving = joins.open(there.peer, Origin.CALL);
        leaving.state = State.LEAVING;
        leaving.askers.add(call);
        wishes.say(leaving.peer, new JoinMessage.Leave(leaving.number));
        wishes.remind(leaving, LnnWish.What.LEAVE);
      }
      case LEAVING -> wishes.refuse(List.of(call), JoinCode.ALREADY_LEAVING);
    }
  }

  /** A peer is heard that this device trusts and that does not come online by itself. */
  public void heardOf(DeviceName peer) {
    if (isUnknown(peer)) {
      joins.enqueue(peer, Origin.HEARD, List.of());
    }
  }

  /** A peer of the same account is heard, and trust says hello to it. */
  public void introduced(DeviceName peer) {
    if (!joins.hasRoomFor(peer)) {
      joins.turnAway(peer);
    } else if (isUnknown(peer)) {
      wishes.remind(joins.open(peer, Origin.INTRODUCED), LnnWish.What.AUTHENTICATION);
    }
  }

  /** Whether a peer that comes online has a record, or can still get one. */
  public boolean hasRoomFor(DeviceName peer) {
    return joins.hasRoomFor(peer);
  }

  /** A peer comes for which there is no record left. */
  public void turnAway(DeviceName peer) {
    joins.turnAway(peer);
  }

  /** Whether that is why a peer is not online. */
  public boolean isTurnedAway(DeviceName peer) {
    return joins.isTurnedAway(peer);
  }

  private boolean isUnknown(DeviceName peer) {
    return joins.record(peer).isEmpty() && joins.queued(peer).isEmpty();
  }

  /** The peer has answered the hello. */
  public void helloAnswered(DeviceName peer, boolean sameAccount) {
    introduction(peer)
        .ifPresent(
            joining -> {
              if (sameAccount) {
                joining.stage = JoinStage.SESSION_KEY;
              } else {
                joins.end(joining, JoinCode.GROUP_NOT_EXIST);
              }
            });
  }

  /** Trust has stored rows for these peers: membership brings them online. */
  public void trusts(Collection<DeviceName> peers) {
    peers.forEach(peer -> introduction(peer).ifPresent(joins::succeed));
  }

  private Optional<Connection> introduction(DeviceName peer) {
    return joins
        .record(peer)
        .filter(joining -> joining.isJoining() && !joining.hasFramesOfItsOwn());
  }

  /** This device trusts a peer no more. */
  public void trustsNoMore(DeviceName peer) {
    joins.trustsNoMore(peer);
  }

  /** Whether a channel came to be over which an introduction goes. */
  public void channelIs(DeviceName peer, int number, boolean open) {
    joins.channelIs(peer, number, open);
  }

  /** There is a connection to a peer. */
  public void connected(DeviceName peer) {
    joins.connected(peer);
  }

  /** A connection is gone, or did not come to be. */
  public void cut(DeviceName peer) {
    joins.cut(peer);
  }

  /** The radios that are on have changed. */
  public void radios(List<Bearer> on) {
    joins.radios(on);
  }

  /** Membership and the peer's attributes have brought a peer online. */
  public void online(DeviceName peer) {
    joins.online(peer);
  }

  /** A peer is not online any more. */
  public void offline(DeviceName peer) {
    joins.offline(peer);
  }

  /**
   * A peer has said something.
   *
   * @param own what this device tells of itself
   */
  public void heard(DeviceName peer, JoinMessage message, Payload.NodeAttributes own) {
    boolean answered =
        joins
            .record(peer)
            .filter(there -> there.number == message.number())
            .filter(there -> joins.isAnswer(there, message, own))
            .isPresent();
    if (!answered) {
      sink.heard(peer, message, own);
    }
  }

  /** HiChain finds what this device has towards a peer. */
  public void candidates(LnnWish.FindCandidates wanted, TrustState state, DeviceIdentity self) {
    DeviceIdentity peer = DeviceIdentity.of(wanted.peer());
    joins.candidates(wanted.peer(), wanted.number(), Candidate.of(state, self, peer));
  }

  /** HiChain judges a peer's proof. */
  public void judge(LnnWish.JudgeProof asked, TrustState state, DeviceIdentity self) {
    DeviceIdentity peer = DeviceIdentity.of(asked.peer());
    sink.judged(
        asked.peer(), asked.proof().number(), Candidate.judge(state, self, peer, asked.proof()));
  }

  /** A peer that was admitted is online, or will be when membership brings it. */
  public void admitted(DeviceName peer, boolean isOnline) {
    joins.admitted(peer, isOnline);
  }

  /** A time is over. */
  public void late(LnnWish.Timer timer) {
    joins.late(timer);
  }
}
