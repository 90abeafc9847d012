package dev.trustring.device.nearby;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an app may listen to (trust-and-softbus §2.1). */
public enum DeviceEvent {
  DEVICE_STATE_CHANGE("deviceStateChange"),
  DEVICE_NAME_CHANGE("deviceNameChange"),
  DISCOVER_SUCCESS("discoverSuccess"),
  DISCOVER_FAILURE("discoverFailure"),
  /** The service behind the DeviceManager has died. */
  SERVICE_DIE("serviceDie"),
  /** What the boxes of a bind are to show next; for the app that draws them. */
  REPLY_RESULT("replyResult");

  private final String word;

  DeviceEvent(String word) {
    this.word = word;
  }

  /** The platform's word. */
  public String word() {
    return word;
  }

  public static Optional<DeviceEvent> parse(String word) {
    return Arrays.stream(values()).filter(event -> event.word.equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(DeviceEvent::word).toList();
  }
}
