package dev.trustring.device.profile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A class of devices, with the radios that such a device has unless a scenario says otherwise. */
public enum DeviceKind {
  PHONE("phone", 0x0E, true, true),
  TABLET("tablet", 0x11, true, true),
  WATCH("watch", 0x6D, false, true),
  TV("tv", 0x9C, true, true),
  CAR("car", 0x83, true, true),
  BOARD("board", 0x00, true, false),
  PC("pc", 0x0C, true, true);

  private final String word;
  private final int number;
  private final boolean wifi;
  private final boolean bluetooth;

  DeviceKind(String word, int number, boolean wifi, boolean bluetooth) {
    this.word = word;
    this.number = number;
    this.wifi = wifi;
    this.bluetooth = bluetooth;
  }

  /** The word that scenario files use. */
  public String word() {
    return word;
  }

  /** The number by which apps know the kind (unverified); 0 where the platform has none. */
  public int number() {
    return number;
  }

  /** The radios of such a device; it has them switched on. */
  public Set<Radio> radios() {
    EnumSet<Radio> radios = EnumSet.noneOf(Radio.class);
    if (wifi) {
      radios.add(Radio.WIFI);
    }
    if (bluetooth) {
      radios.add(Radio.BLUETOOTH);
    }
    return radios;
  }

  public static Optional<DeviceKind> parse(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** All words, in the order in which help texts show them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(DeviceKind::word).toList();
  }
}
