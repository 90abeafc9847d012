package dev.trustring.device.session;

/** Why a session that was open is not any more, as listeners hear it (trust-and-softbus §5.6). */
enum ShutdownReason {
  PEER(2, "the peer closed it"),
  TIMEOUT(5, "nothing went over it for too long"),
  LNN_OFFLINE(11, "the peer is offline"),
  LINK_DOWN(12, "the link is down");

  private final int number;
  private final String text;

  ShutdownReason(int number, String text) {
    this.number = number;
    this.text = text;
  }

  String words() {
    return "reason " + number + ", " + text;
  }
}
