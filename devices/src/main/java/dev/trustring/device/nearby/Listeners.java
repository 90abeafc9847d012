package dev.trustring.device.nearby;

import dev.trustring.device.nearby.DeviceManager.CallBack;
import dev.trustring.device.nearby.DeviceManager.Effect;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ledger.TrustState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Who listens to what of the DeviceManager, and whom it was shown (trust-and-softbus §2.1). */
final class Listeners {
  private final Map<Client, Set<DeviceEvent>> events = new TreeMap<>();
  private final Map<Client, Set<DeviceName>> shown = new TreeMap<>();

  void listen(DeviceManager.Listen listen) {
    Set<DeviceEvent> wanted = events.computeIfAbsent(listen.client(), absent -> new TreeSet<>());
    if (listen.on()) {
      wanted.add(listen.event());
    } else {
      wanted.remove(listen.event());
    }
  }

  void forget(Client client) {
    events.remove(client);
    shown.remove(client);
  }

  List<Effect> call(Client client, DeviceEvent event, String says) {
    return events.getOrDefault(client, Set.of()).contains(event)
        ? List.of(new CallBack(new AppCallback(client.pkg(), event, says)))
        : List.of();
  }

  List<Effect> callAll(DeviceEvent event, String says, Predicate<Client> who) {
    return events.keySet().stream()
        .filter(who)
        .flatMap(client -> call(client, event, says).stream())
        .toList();
  }

  /**
   * A device is shown to an app that may talk to it. That it has gone is told to those who were
   * shown it, since the rows may have gone first (our choice).
   */
  List<Effect> peer(DeviceManager.Peer peer, TrustState trust) {
    List<Effect> effects = new ArrayList<>();
    for (Client client : List.copyOf(events.keySet())) {
      Set<DeviceName> seen = shown.computeIfAbsent(client, absent -> new TreeSet<>());
      boolean gone = peer.state() == DeviceState.UNAVAILABLE;
      boolean tells = gone ? seen.remove(peer.device()) : maySee(client, peer.device(), trust);
      if (tells) {
        effects.addAll(
            call(client, DeviceEvent.DEVICE_STATE_CHANGE, peer.state() + " " + peer.device()));
      }
      if (tells && !gone) {
        seen.add(peer.device());
      }
    }
    return effects;
  }

  static boolean maySee(Client client, DeviceName device, TrustState trust) {
    Trust.CheckAccess asked = Trust.CheckAccess.ofApp(client.pkg(), client.user(), device);
    return client.system() || Trust.access(trust, asked).lists();
  }
}
