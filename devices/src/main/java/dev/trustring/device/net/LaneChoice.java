package dev.trustring.device.net;

import dev.trustring.device.net.Bearer.Medium;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Which lanes to a peer are tried for a purpose, in which order (trust-and-softbus §5.7). A lane is
 * usable when both ends have the ability for it. Of several over the LAN, or over Bluetooth, only
 * the first is tried: they get through together or not at all (our choice).
 *
 * @param has the bearers of this device
 * @param on those of them whose radios are on
 * @param peer what the peer told to have; empty while it has told nothing, and then this device's
 *     own are tried, except from device to device
 */
record LaneChoice(List<Bearer> has, List<Bearer> on, Optional<List<Bearer>> peer) {

  /** The bearers of Wi-Fi chips, those from device to device included. */
  private static final List<Bearer> OF_WIFI =
      List.of(Bearer.WIFI, Bearer.WIFI_2G, Bearer.HML, Bearer.P2P);

  LaneChoice {
    has = List.copyOf(has);
    on = List.copyOf(on);
    peer = peer.map(List::copyOf);
  }

  /** The usable lanes of a list, in its order. */
  List<Bearer> usable(List<Bearer> order) {
    List<Bearer> common = Bearer.common(on, peer.orElse(on));
    List<Bearer> usable = new ArrayList<>();
    EnumSet<Medium> taken = EnumSet.noneOf(Medium.class);
    for (Bearer bearer : order) {
      boolean direct = bearer.medium() == Medium.DIRECT;
      if (common.contains(bearer) && (direct ? peer.isPresent() : taken.add(bearer.medium()))) {
        usable.add(bearer);
      }
    }
    return usable;
  }

  /** Why nothing of a list is usable. */
  LaneCode whyNone(List<Bearer> order) {
    if (on.stream().noneMatch(OF_WIFI::contains)) {
      return LaneCode.WIFI_INACTIVE;
    }
    Bearer first =
        order.stream().filter(bearer -> bearer != Bearer.ETHERNET).findFirst().orElseThrow();
    return first.medium() == Medium.BLUETOOTH ? whyNoBluetooth(first) : whyNoWifi(first);
  }

  private LaneCode whyNoBluetooth(Bearer first) {
    if (on.stream().noneMatch(bearer -> bearer.medium() == Medium.BLUETOOTH)
        && has.stream().anyMatch(bearer -> bearer.medium() == Medium.BLUETOOTH)) {
      return LaneCode.BLUETOOTH_OFF;
    }
    if (!has.contains(first)) {
      return first == Bearer.BLE ? LaneCode.NO_BLE : LaneCode.NO_BR;
    }
    return LaneCode.NO_LANE;
  }

  private LaneCode whyNoWifi(Bearer first) {
    boolean inLan = isInLan(on) && peer.map(LaneChoice::isInLan).orElse(false);
    if (first.medium() == Medium.LAN && inLan) {
      return LaneCode.WRONG_BAND;
    }
    return on.contains(first) ? LaneCode.NOT_THERE : LaneCode.NOT_HERE;
  }

  private static boolean isInLan(List<Bearer> bearers) {
    return bearers.stream().anyMatch(bearer -> bearer.medium() == Medium.LAN);
  }
}
