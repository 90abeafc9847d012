package dev.trustring.device.nearby;

import java.util.List;

/**
 * What a process publishes of its device, or looks for, at the soft bus (trust-and-softbus §5.1).
 *
 * @param active whether it goes out by itself; what is passive waits until the other end does
 * @param data what whoever finds the device is told with it; nothing for who looks
 */
public record Notice(
    Key key,
    boolean active,
    List<Medium> media,
    Frequency frequency,
    Capability capability,
    String data) {

  /** A process names each of its own by a number, which it may use for one at a time. */
  public record Key(String pkg, int id) {}

  public Notice {
    media = List.copyOf(media);
  }

  boolean concerns(Capability other, Medium medium) {
    return capability == other && media.contains(medium);
  }
}
