package dev.trustring.trust.ring;

/** Why a device takes a member of its ring for unreachable (trust-and-softbus §5.4, §5.5). */
public enum AwayReason {
  OWN_RADIO_OFF("the radio over which it was in reach is off on this device"),
  SILENT("nothing was heard of it until keep-alive and heartbeat ran out"),
  CAME_BACK_ANEW("it was away unnoticed, and has come back as a new node"),
  SILENT_BEHIND_A_DARK_SCREEN(
      "no heartbeat of it was heard for as long as this device waits while its screen is off");

  private final String text;

  AwayReason(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
