package dev.trustring.device.net;

import java.util.OptionalInt;

/**
 * Why a join or a leave fails, with the platform's number (trust-and-softbus §5.3). For some the
 * network has a number of its own, which is what callers get.
 */
public enum JoinCode {
  CONNECT_WIFI(-425983874, "no connection came to be over Wi-Fi"),
  CONNECT_BR(-425983873, "no connection came to be over Bluetooth classic"),
  CONNECT_BLE(-425983872, "no connection came to be over Bluetooth low energy"),
  DEVICE_ID(-425983958, "the peer did not tell its device id"),
  HICHAIN(-425983957, "the peer did not answer HiChain"),
  SESSION_KEY(-425983956, "the session key was not saved in time"),
  DEVICE_INFO(-425983955, "the peer did not tell its attributes"),
  PROOF_MISMATCH(-425922573, "HiChain: the two have different keys for each other"),
  GROUP_NOT_EXIST(-425920007, "HiChain: the peer belongs to another account"),
  NO_CANDIDATE_GROUP(-425919748, "HiChain: the two have no credential in common"),
  LOCAL_IDENTITY_MISSING(-425919500, "HiChain: this device has no key of its own for that peer"),
  NOT_TRUSTED(-425983984, -426049530, "no access row lets the other device in"),
  DISCONNECTED(-425983989, -426049528, "the connection was lost in the middle"),
  CANCELLED(-426049533, "the join was cancelled"),
  ALREADY_LEAVING(-426049532, "the node is just leaving"),
  JOIN_TIMEOUT(-426049531, "the join was not done in time"),
  TOO_MANY_RECORDS(-426049510, "the device has as many connections to nodes as it may have"),
  UNKNOWN_NODE(-426049509, "no such node is or comes online");

  private final int number;
  private final OptionalInt ofNetwork;
  private final String text;

  JoinCode(int number, String text) {
    this.number = number;
    this.ofNetwork = OptionalInt.empty();
    this.text = text;
  }

  JoinCode(int number, int ofNetwork, String text) {
    this.number = number;
    this.ofNetwork = OptionalInt.of(ofNetwork);
    this.text = text;
  }

  /** The code of a connection that did not come to be over that bearer. */
  public static JoinCode connecting(Bearer bearer) {
    return switch (bearer.medium()) {
      case LAN, DIRECT -> CONNECT_WIFI;
      case BLUETOOTH -> bearer == Bearer.BLE ? CONNECT_BLE : CONNECT_BR;
    };
  }

  /** The number that a caller gets. */
  public int number() {
    return ofNetwork.orElse(number);
  }

  /** The number that callers do not get, where the network has another one for them. */
  public OptionalInt inner() {
    return ofNetwork.isPresent() ? OptionalInt.of(number) : OptionalInt.empty();
  }

  public String text() {
    return text;
  }

  /** One line for traces, with both numbers where there are two. */
  public String words() {
    String network = ofNetwork.isPresent() ? ", to callers " + ofNetwork.getAsInt() : "";
    return name() + " " + number + network + ": " + text;
  }
}
