package dev.trustring.device.net;

import dev.trustring.device.profile.Radio;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What carries frames between two devices. */
public enum Bearer {
  /** A reachability probe takes 3 s to fail (trust-and-softbus §5.7). */
  WIFI("Wi-Fi", Radio.WIFI, Duration.ofSeconds(3)),
  /** A BLE connection takes 4 to 10 s to fail (trust-and-softbus §5.5); the longer is taken. */
  BLUETOOTH("Bluetooth", Radio.BLUETOOTH, Duration.ofSeconds(10));

  private final String label;
  private final Radio radio;
  private final Duration patience;

  Bearer(String label, Radio radio, Duration patience) {
    this.label = label;
    this.radio = radio;
    this.patience = patience;
  }

  /** The bearers of these radios, in the order in which they are tried. */
  public static List<Bearer> over(Collection<Radio> radios) {
    return Arrays.stream(values()).filter(bearer -> radios.contains(bearer.radio())).toList();
  }

  /** The name that reports print. */
  public String label() {
    return label;
  }

  public Radio radio() {
    return radio;
  }

  /** How long the opening of a session over it waits for the peer. */
  public Duration patience() {
    return patience;
  }
}
