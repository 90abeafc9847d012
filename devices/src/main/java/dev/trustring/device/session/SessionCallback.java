package dev.trustring.device.session;

/**
 * A call of a process's session listener.
 *
 * @param to the bundle or process
 * @param function the listener's function
 * @param detail what it is told, in words
 */
public record SessionCallback(String to, String function, int session, String detail) {

  /** One line for reports. */
  public String words() {
    return "session " + session + ": " + detail;
  }
}
