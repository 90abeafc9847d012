package dev.trustring.device.lnn;

import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.JoinMessage;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers what is to be done, in its order. */
final class LnnWishes {

  private final List<LnnWish> gathered = new ArrayList<>();

  List<LnnWish> take() {
    List<LnnWish> all = List.copyOf(gathered);
    gathered.clear();
    return all;
  }

  void add(LnnWish wish) {
    gathered.add(wish);
  }

  void say(DeviceName peer, JoinMessage message) {
    add(new LnnWish.Say(peer, message));
  }

  void remind(Connection connection, LnnWish.What what) {
    add(new LnnWish.Remind(new LnnWish.Timer(connection.peer, connection.number, what)));
  }

  void stopTimers(Connection connection) {
    add(new LnnWish.StopTimers(connection.peer, connection.number));
  }

  void done(Collection<Integer> calls) {
    calls.forEach(call -> add(new LnnWish.Answer(call, new LnnReply.Done())));
  }

  void refuse(Collection<Integer> calls, JoinCode why) {
    calls.forEach(call -> add(new LnnWish.Answer(call, LnnReply.Refused.of(why))));
  }
}
