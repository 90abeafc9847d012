package dev.trustring.device.net;

/** Why a call about sessions fails, with the platform's number (trust-and-softbus §5.2, §5.6). */
public enum SessionCode {
  ACCESS_TOKEN_DENIED(-426442742, "the app does not hold DISTRIBUTED_DATASYNC"),
  CONSTRAINED(-426442634, "an administrator forbids the user to transmit"),
  INVALID_PARAM(-426442749, "an argument is missing, empty or not allowed"),
  USER_IN_BACKGROUND(-426114801, "the user is not in the foreground"),
  ACL_FAILED(-426115055, "no access row lets the app talk to that device"),
  PERMISSION_DENIED(-426442743, "the caller may not use that session name"),
  /** The notes give two codes for a name of somebody else; this one means there is no server. */
  NOT_ITS_SERVER(-426114965, "the caller has made no session server of that name"),
  BLOCKED(-426114811, "too many failures between these names and that device"),
  TOO_MANY(-426115065, "the process has as many of them as it may have"),
  NODE_OFFLINE(LaneCode.NODE_OFFLINE.number(), LaneCode.NODE_OFFLINE.text()),
  OTHER_TOKEN_CLASS(-426114800, "one end is an app and the other a process of the system"),
  PEER_NAME(-426442674, "the two session names may not talk to each other"),
  NOT_LISTENING(-426115007, "nobody listens under that name on the peer"),
  NEGOTIATION_REFUSED(-426114923, "the listener on the peer refused the session"),
  HANDSHAKE_TIMEOUT(-426115009, "the peer did not answer the handshake"),
  NEGOTIATION_TIMEOUT(-426114925, "the peer did not answer over the authentication channel"),
  LANE_TIMEOUT(-426114882, "no lane to the peer was found in time"),
  BIND_TIMEOUT(-426114940, "the session was not open in time"),
  BIND_CANCELLED(-426114956, "the caller closed the session before it was open"),
  TOO_LONG(-426115018, "that is more than may be sent at once"),
  WRONG_KIND(-426115067, "the session carries another kind of data"),
  NOT_ENABLED(-426115030, "the session is not open"),
  SEND_TIMEOUT(-426442750, "the peer did not confirm what was sent");

  private final int number;
  private final String text;

  SessionCode(int number, String text) {
    this.number = number;
    this.text = text;
  }

  public int number() {
    return number;
  }

  public String text() {
    return text;
  }
}
