package dev.trustring.device.lnn;

import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.JoinMessage;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The other end of joins: answers each message by itself, and tells of this device only to who has
 * proven to belong to it. When all is said it keeps a record as the joining end does; without one
 * left it does not take the peer in, which that is not told (our choice, unverified).
 */
final class NetSink {

  private final Map<DeviceName, Integer> proven = new TreeMap<>();
  private final Joins joins;
  private final LnnWishes wishes;

  /** Adds to these wishes, and to the records of these joins. */
  NetSink(Joins joins, LnnWishes wishes) {
    this.joins = joins;
    this.wishes = wishes;
  }

  void heard(DeviceName peer, JoinMessage message, Payload.NodeAttributes own) {
    if (message instanceof JoinMessage.DeviceId asked) {
      proven.remove(peer);
      say(peer, new JoinMessage.DeviceIdAnswer(asked.number()));
    } else if (message instanceof JoinMessage.Proof proof) {
      wishes.add(new LnnWish.JudgeProof(peer, proof));
    } else if (message instanceof JoinMessage.KeySaved saved && isProven(peer, saved)) {
      say(peer, new JoinMessage.KeySavedAnswer(saved.number()));
    } else if (message instanceof JoinMessage.DeviceInfo told && isProven(peer, told)) {
      say(peer, new JoinMessage.DeviceInfoAnswer(told.number(), own));
      if (joins.isJoinedBy(peer)) {
        wishes.add(new LnnWish.Admit(peer, told.attributes(), Optional.empty()));
      }
    } else if (message instanceof JoinMessage.Cancelled) {
      proven.remove(peer);
    } else if (message instanceof JoinMessage.Leave leave) {
      say(peer, new JoinMessage.LeaveAnswer(leave.number()));
      wishes.add(new LnnWish.Dismiss(peer));
    }
  }

  void judged(DeviceName peer, int number, Optional<JoinCode> refusal) {
    if (refusal.isEmpty()) {
      proven.put(peer, number);
    }
    say(peer, new JoinMessage.ProofAnswer(number, refusal));
  }

  private boolean isProven(DeviceName peer, JoinMessage message) {
    return proven.getOrDefault(peer, 0) == message.number();
  }

  private void say(DeviceName peer, JoinMessage message) {
    wishes.say(peer, message);
  }
}
