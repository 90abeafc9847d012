package dev.trustring.device.net;

import dev.trustring.kv.decision.SoftBusCode;

/** Why there is no lane to a peer, with the platform's number (trust-and-softbus §5.7, §5.8). */
public enum LaneCode {
  NODE_OFFLINE(-426049520, "the peer is not online"),
  /** Taken as the answer whenever Wi-Fi is off or missing here, whatever other radios could do. */
  WIFI_INACTIVE(-425992167, "Wi-Fi is not on here"),
  /** The notes name a range for missing abilities; its ends are taken for the two sides. */
  NOT_HERE(-425992173, "this device lacks what the first lane needs"),
  NOT_THERE(-425992163, "the peer lacks what the first lane needs"),
  WRONG_BAND(-425992160, "the two have no band of Wi-Fi in common"),
  BLUETOOTH_OFF(-425992174, "Bluetooth is off here"),
  NO_BR(-425992144, "this device has no Bluetooth classic"),
  NO_BLE(-425992146, "this device has no Bluetooth low energy"),
  NO_LANE(-425992182, "no lane leads to the peer"),
  PROBE_FAILED(-425992187, "the probe over the network failed"),
  PROBE_TIMEOUT(-425992178, "the probe over the network was not answered"),
  LINK_TIMEOUT(-425992179, "the link was not built in time"),
  /** A peer that reads none of our frames has no code of its own; the generic one is taken. */
  OTHER_VERSION(-426442702, "the peer reads no frames of this version");

  private final int number;
  private final String text;

  LaneCode(int number, String text) {
    this.number = number;
    this.text = text;
  }

  public int number() {
    return number;
  }

  /** As the data service takes it. */
  public SoftBusCode code() {
    return new SoftBusCode(number, text);
  }

  public String text() {
    return text;
  }
}
