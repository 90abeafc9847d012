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
 * proven to belong to it. It keeps no record of its own, so its joins do not count (simplified).
 */
final class NetSink {

  private final Map<DeviceName, Integer> proven = new TreeMap<>();
  private final LnnWishes wishes;

  /** Adds to these wishes. */
  NetSink(LnnWishes wishes) {
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
      wishes.add(new LnnWish.Admit(peer, told.attributes(), Optional.empty()));
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
