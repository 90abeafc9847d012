package dev.trustring.device.net;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A link that an app may ask for, with the platform's number (trust-and-softbus §5.7). */
public enum LinkType {
  WLAN_5G(1, Bearer.WIFI),
  WLAN_2G(2, Bearer.WIFI_2G),
  P2P(3, Bearer.P2P),
  BR(4, Bearer.BLUETOOTH),
  BLE(5, Bearer.BLE),
  HML(10, Bearer.HML);

  private final int number;
  private final Bearer bearer;

  LinkType(int number, Bearer bearer) {
    this.number = number;
    this.bearer = bearer;
  }

  public int number() {
    return number;
  }

  public Bearer bearer() {
    return bearer;
  }

  public static Optional<LinkType> parse(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(LinkType::name).toList();
  }
}
