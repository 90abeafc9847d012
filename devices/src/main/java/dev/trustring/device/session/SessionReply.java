package dev.trustring.device.session;

import dev.trustring.device.net.LaneCode;
import dev.trustring.device.net.SessionCode;

/** What a call about sessions comes to. */
public sealed interface SessionReply {

  record Done() implements SessionReply {}

  /** The session is open, under this number of this device. */
  record Opened(int session) implements SessionReply {}

  /**
   * It failed.
   *
   * @param name a stable name of the failure
   */
  record Refused(int number, String name, String text) implements SessionReply {

    public static Refused of(SessionCode why) {
      return new Refused(why.number(), why.name(), why.text());
    }

    static Refused of(LaneCode why) {
      return new Refused(why.number(), why.name(), why.text());
    }
  }
}
