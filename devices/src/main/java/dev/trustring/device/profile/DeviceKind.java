package dev.trustring.device.profile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A class of devices, with the radios that such a device has unless a scenario says otherwise. */
public enum DeviceKind {
  PHONE("phone", true, true),
  TABLET("tablet", true, true),
  WATCH("watch", false, true),
  TV("tv", true, true),
  CAR("car", true, true),
  BOARD("board", true, false),
  PC("pc", true, true);

  private final String word;
  private final boolean wifi;
  private final boolean bluetooth;

  DeviceKind(String word, boolean wifi, boolean bluetooth) {
    this.word = word;
    this.wifi = wifi;
    this.bluetooth = bluetooth;
  }

  /** The word that scenario files use. */
  public String word() {
    return word;
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
