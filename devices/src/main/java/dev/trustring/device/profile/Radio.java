package dev.trustring.device.profile;

/**
 * A radio that a device may have, or its network socket. The first two stand for a usual chip with
 * all that it can do; the others name one ability each.
 */
public enum Radio {
  /** Wi-Fi on both bands. */
  WIFI,
  /** Bluetooth, classic and low energy. */
  BLUETOOTH,
  /** Wi-Fi on 2.4 GHz alone. */
  WIFI_2G,
  /** Wi-Fi on 5 GHz alone. */
  WIFI_5G,
  /** A cable to the router. */
  ETHERNET,
  /** Bluetooth classic alone. */
  BR,
  /** Bluetooth low energy alone. */
  BLE,
  /** Wi-Fi straight from device to device. */
  P2P,
  /** The faster form of it between newer devices. */
  HML;

  /** The chip it sits on, named by its plain radio; chips are switched on and off as a whole. */
  public Radio chip() {
    return switch (this) {
      case WIFI, WIFI_2G, WIFI_5G, P2P, HML -> WIFI;
      case BLUETOOTH, BR, BLE -> BLUETOOTH;
      case ETHERNET -> ETHERNET;
    };
  }
}
