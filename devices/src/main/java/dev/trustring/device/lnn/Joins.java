package dev.trustring.device.lnn;

import dev.trustring.device.lnn.Connection.Origin;
import dev.trustring.device.lnn.Connection.State;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.JoinMessage;
import dev.trustring.device.net.Payload;
import dev.trustring.device.net.Purpose;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The records of a device's connections, and the joins among them: the stages of an authentication,
 * their times and codes (trust-and-softbus §5.3).
 */
final class Joins {

  static final int MOST_RECORDS = 30;
  static final int MOST_AT_ONCE = 2;

  /** A join that waits for its turn. */
  record Queued(DeviceName peer, Origin origin, List<Integer> askers) {}

  private final Map<DeviceName, Connection> records = new TreeMap<>();
  private final Deque<Queued> queue = new ArrayDeque<>();
  private final Set<DeviceName> turnedAway = new TreeSet<>();
  private final LnnWishes wishes;
  private List<Bearer> on;
  private int last;

  Joins(List<Bearer> on, LnnWishes wishes) {
    this.on = List.copyOf(on);
    this.wishes = wishes;
  }

  Optional<Connection> record(DeviceName peer) {
    return Optional.ofNullable(records.get(peer));
  }

  Optional<Queued> queued(DeviceName peer) {
    return queue.stream().filter(waiting -> waiting.peer().equals(peer)).findFirst();
  }

  /** A record of its own, in the place of any earlier one of that peer. */
  Connection open(DeviceName peer, Origin origin) {
    Connection opened = new Connection(peer, ++last, origin);
    records.put(peer, opened);
    return opened;
  }

  void enqueue(DeviceName peer, Origin origin, List<Integer> askers) {
    queue.add(new Queued(peer, origin, new ArrayList<>(askers)));
    goOn();
  }

  void cancel(Queued waiting) {
    queue.remove(waiting);
    wishes.refuse(waiting.askers(), JoinCode.CANCELLED);
  }

  void cancel(Connection joining) {
    if (joining.hasFramesOfItsOwn()) {
      wishes.say(joining.peer, new JoinMessage.Cancelled(joining.number));
    }
    end(joining, JoinCode.CANCELLED);
  }

  private void goOn() {
    while (!queue.isEmpty() && underWay() < MOST_AT_ONCE) {
      begin(queue.remove());
    }
  }

  private long underWay() {
    return records.values().stream()
        .filter(Connection::isJoining)
        .filter(Connection::hasFramesOfItsOwn)
        .count();
  }

  /** Whether a peer has a record, or can still get one. */
  boolean hasRoomFor(DeviceName peer) {
    return records.containsKey(peer) || records.size() < MOST_RECORDS;
  }

  /** There is no record for a peer that comes; that is told once until it has gone. */
  void turnAway(DeviceName peer) {
    if (turnedAway.add(peer)) {
      wishes.add(new LnnWish.TellFailure(peer, JoinCode.TOO_MANY_RECORDS));
    }
  }

  boolean isTurnedAway(DeviceName peer) {
    return turnedAway.contains(peer);
  }

  /** A peer has joined this device, which keeps a record of that too, if there is one left. */
  boolean isJoinedBy(DeviceName peer) {
    if (!hasRoomFor(peer)) {
      turnAway(peer);
      return false;
    }
    records.computeIfAbsent(peer, Connection::passive);
    return true;
  }

  private void begin(Queued next) {
    if (!hasRoomFor(next.peer())) {
      wishes.refuse(next.askers(), JoinCode.TOO_MANY_RECORDS);
      wishes.add(new LnnWish.TellFailure(next.peer(), JoinCode.TOO_MANY_RECORDS));
      return;
    }
    Connection joining = open(next.peer(), next.origin());
    joining.askers.addAll(next.askers());
    wishes.remind(joining, LnnWish.What.JOIN);
    if (joining.stage == JoinStage.CONNECTING) {
      wishes.add(new LnnWish.Connect(next.peer()));
      wishes.remind(joining, LnnWish.What.CONNECTION);
    } else {
      authenticate(joining);
    }
  }

  private void authenticate(Connection joining) {
    joining.stage = JoinStage.DEVICE_ID;
    wishes.say(joining.peer, new JoinMessage.DeviceId(joining.number));
    wishes.remind(joining, LnnWish.What.AUTHENTICATION);
  }

  /** There is a connection to a peer. */
  void connected(DeviceName peer) {
    withFrames(peer)
        .ifPresent(
            joining -> {
              joining.linked = true;
              if (joining.isAt(JoinStage.CONNECTING)) {
                authenticate(joining);
              }
            });
  }

  /** The connection is gone, or did not come to be; a single failure is not taken for an answer. */
  void cut(DeviceName peer) {
    withFrames(peer)
        .ifPresent(
            joining -> {
              if (joining.linked) {
                end(joining, JoinCode.DISCONNECTED);
              } else if (joining.isAt(JoinStage.CONNECTING) && !joining.retried) {
                joining.retried = true;
                wishes.remind(joining, LnnWish.What.RETRY);
              }
            });
  }

  private Optional<Connection> withFrames(DeviceName peer) {
    return Optional.ofNullable(records.get(peer))
        .filter(joining -> joining.isJoining() && joining.hasFramesOfItsOwn());
  }

  /** Membership and the peer's attributes have brought a peer online. */
  void online(DeviceName peer) {
    Connection there = records.get(peer);
    turnedAway.remove(peer);
    if (there == null) {
      records.put(peer, Connection.online(peer));
    } else if (there.state == State.AUTHENTICATING) {
      there.state = State.ONLINE;
      wishes.stopTimers(there);
      wishes.done(there.askers);
      goOn();
    }
  }

  void offline(DeviceName peer) {
    turnedAway.remove(peer);
    record(peer)
        .filter(there -> there.state == State.ONLINE)
        .ifPresent(there -> records.remove(peer));
  }

  /** The radios that are on have changed; without any, what is under way is cut off. */
  void radios(List<Bearer> nowOn) {
    on = List.copyOf(nowOn);
    if (on.isEmpty()) {
      endAll(one -> one.isJoining() && one.stage != JoinStage.CONNECTING, JoinCode.DISCONNECTED);
    }
  }

  /** This device trusts a peer no more. */
  void trustsNoMore(DeviceName peer) {
    endAll(one -> one.isJoining() && one.peer.equals(peer), JoinCode.NOT_TRUSTED);
  }

  private void endAll(Predicate<Connection> which, JoinCode why) {
    List.copyOf(records.values()).stream().filter(which).forEach(joining -> end(joining, why));
  }

  /** Takes an answer that fits the stage; what does not fit is ignored (§3.2). */
  boolean isAnswer(Connection there, JoinMessage message, Payload.NodeAttributes own) {
    if (message instanceof JoinMessage.DeviceIdAnswer && there.isAt(JoinStage.DEVICE_ID)) {
      there.stage = JoinStage.HICHAIN;
      wishes.add(new LnnWish.FindCandidates(there.peer, there.number));
    } else if (message instanceof JoinMessage.ProofAnswer answer && there.isAt(JoinStage.HICHAIN)) {
      proofAnswered(there, answer.refusal());
    } else if (message instanceof JoinMessage.KeySavedAnswer && there.isAt(JoinStage.SESSION_KEY)) {
      there.stage = JoinStage.DEVICE_INFO;
      wishes.say(there.peer, new JoinMessage.DeviceInfo(there.number, own));
    } else if (message instanceof JoinMessage.DeviceInfoAnswer told
        && there.isAt(JoinStage.DEVICE_INFO)) {
      there.state = State.CLEANING;
      wishes.add(
          new LnnWish.Admit(
              there.peer, told.attributes(), there.tried.flatMap(Candidate::account)));
    } else {
      return there.state == State.LEAVING && isLeft(there, message);
    }
    return true;
  }

  private boolean isLeft(Connection leaving, JoinMessage message) {
    boolean answered = message instanceof JoinMessage.LeaveAnswer;
    if (answered) {
      left(leaving);
    }
    return answered;
  }

  private void proofAnswered(Connection there, Optional<JoinCode> refusal) {
    if (refusal.isPresent()) {
      tryNext(there, refusal.get());
    } else {
      there.stage = JoinStage.SESSION_KEY;
      wishes.say(there.peer, new JoinMessage.KeySaved(there.number));
    }
  }

  /** HiChain tells what this device has towards a peer. */
  void candidates(DeviceName peer, int number, List<Candidate> found) {
    at(peer, number)
        .filter(joining -> joining.isAt(JoinStage.HICHAIN))
        .ifPresent(
            joining -> {
              joining.left = found;
              tryNext(joining, JoinCode.NO_CANDIDATE_GROUP);
            });
  }

  /** The code of the last candidate is that of the join; without an own key nothing is sent. */
  private void tryNext(Connection joining, JoinCode why) {
    JoinCode code = why;
    while (!joining.left.isEmpty()) {
      Candidate next = joining.left.get(0);
      joining.left = joining.left.subList(1, joining.left.size());
      if (next.key().isPresent()) {
        joining.tried = Optional.of(next);
        wishes.say(joining.peer, next.proof(joining.number));
        return;
      }
      code = JoinCode.LOCAL_IDENTITY_MISSING;
    }
    end(joining, code);
  }

  /** A peer that was admitted is online, or will be when membership brings it. */
  void admitted(DeviceName peer, boolean isOnline) {
    Optional.ofNullable(records.get(peer))
        .filter(there -> there.state == State.CLEANING)
        .ifPresent(
            there -> {
              succeed(there);
              if (isOnline) {
                records.put(peer, Connection.online(peer));
              }
            });
  }

  /** Whether a channel came to be over which an introduction goes. */
  void channelIs(DeviceName peer, int number, boolean open) {
    at(peer, number)
        .filter(joining -> joining.isAt(JoinStage.DEVICE_ID))
        .ifPresent(joining -> end(joining, open ? JoinCode.HICHAIN : JoinCode.DEVICE_ID));
  }

  /** A time is over. */
  void late(LnnWish.Timer timer) {
    at(timer.peer(), timer.number()).ifPresent(there -> late(there, timer.what()));
  }

  private void late(Connection there, LnnWish.What what) {
    switch (what) {
      case LEAVE -> {
        if (there.state == State.LEAVING) {
          left(there);
        }
      }
      case JOIN -> endIf(there.state == State.AUTHENTICATING, there, JoinCode.JOIN_TIMEOUT);
      case CONNECTION -> endIf(there.isAt(JoinStage.CONNECTING), there, notConnected());
      case RETRY -> {
        if (there.isAt(JoinStage.CONNECTING)) {
          wishes.add(new LnnWish.Connect(there.peer));
        }
      }
      case AUTHENTICATION -> {
        if (!there.hasFramesOfItsOwn() && there.isAt(JoinStage.DEVICE_ID)) {
          wishes.add(new LnnWish.AskChannel(there.peer, there.number));
        } else {
          endIf(there.state == State.AUTHENTICATING, there, stuck(there.stage));
        }
      }
    }
  }

  private void endIf(boolean still, Connection joining, JoinCode why) {
    if (still) {
      end(joining, why);
    }
  }

  /** The code of the first bearer that was there to try; Wi-Fi's if there was none. */
  private JoinCode notConnected() {
    return Purpose.JOIN.order().stream()
        .filter(on::contains)
        .findFirst()
        .map(JoinCode::connecting)
        .orElse(JoinCode.CONNECT_WIFI);
  }

  private JoinCode stuck(JoinStage stage) {
    return switch (stage) {
      case CONNECTING -> notConnected();
      case DEVICE_ID -> JoinCode.DEVICE_ID;
      case HICHAIN -> JoinCode.HICHAIN;
      case SESSION_KEY -> JoinCode.SESSION_KEY;
      case DEVICE_INFO -> JoinCode.DEVICE_INFO;
    };
  }

  private Optional<Connection> at(DeviceName peer, int number) {
    return Optional.ofNullable(records.get(peer)).filter(there -> there.number == number);
  }

  private void left(Connection leaving) {
    close(leaving);
    wishes.add(new LnnWish.Dismiss(leaving.peer));
    wishes.done(leaving.askers);
  }

  void succeed(Connection joining) {
    close(joining);
    wishes.done(joining.askers);
    goOn();
  }

  void end(Connection joining, JoinCode why) {
    close(joining);
    wishes.refuse(joining.askers, why);
    wishes.add(new LnnWish.TellFailure(joining.peer, why));
    goOn();
  }

  private void close(Connection connection) {
    records.remove(connection.peer);
    wishes.stopTimers(connection);
  }
}
