package dev.trustring.device.nearby;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an app may listen to (trust-and-softbus §2.1). */
public enum DeviceEvent {
  DEVICE_STATE_CHANGE("deviceStateChange"),
  DEVICE_NAME_CHANGE("deviceNameChange"),
  DISCOVER_SUCCESS("discoverSuccess"),
  DISCOVER_FAILURE("discoverFailure"),
  /** The service behind the DeviceManager has died. */
  SERVICE_DIE("serviceDie"),
  /** What the boxes of a bind are to show next; for the app that draws them. */
  REPLY_RESULT("replyResult"),
  /** What the soft bus tells a process that looks for a capability; nobody listens for it. */
  DEVICE_FOUND("OnDeviceFound");

  private final String word;

  DeviceEvent(String word) {
    this.word = word;
  }

  /** The platform's word. */
  public String word() {
    return word;
  }

  public static Optional<DeviceEvent> parse(String word) {
    return listened().filter(event -> event.word.equals(word)).findFirst();
  }

  /** The words for listeners. */
  public static List<String> words() {
    return listened().map(DeviceEvent::word).toList();
  }

  private static Stream<DeviceEvent> listened() {
    return Arrays.stream(values()).filter(event -> event != DEVICE_FOUND);
  }
}
