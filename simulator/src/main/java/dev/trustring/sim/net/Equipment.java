package dev.trustring.sim.net;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Bearer.Medium;
import dev.trustring.device.profile.Radio;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The radios that a device has, on or off. It never changes and is asked for with every frame, so
 * what follows from it is worked out once.
 */
final class Equipment {

  private final EnumSet<Radio> radios = EnumSet.noneOf(Radio.class);
  private final List<Bearer> bearers;
  private final Map<Medium, List<Radio>> ofMedium = new EnumMap<>(Medium.class);
  private final Map<Bearer, List<Radio>> direct = new EnumMap<>(Bearer.class);

  Equipment(Collection<Radio> has) {
    radios.addAll(has);
    bearers = Bearer.over(radios);
    for (Bearer bearer : Bearer.values()) {
      direct.put(bearer, radios.stream().filter(radio -> bearer.isOver(Set.of(radio))).toList());
    }
    for (Medium medium : Medium.values()) {
      ofMedium.put(medium, radios.stream().filter(radio -> isOf(medium, radio)).toList());
    }
  }

  private static boolean isOf(Medium medium, Radio radio) {
    return Arrays.stream(Bearer.values())
        .anyMatch(bearer -> bearer.medium() == medium && bearer.isOver(Set.of(radio)));
  }

  EnumSet<Radio> radios() {
    return EnumSet.copyOf(radios);
  }

  /** The bearers of all its radios. */
  List<Bearer> bearers() {
    return bearers;
  }

  List<Radio> of(Medium medium) {
    return ofMedium.getOrDefault(medium, List.of());
  }

  /**
   * In the LAN and over Bluetooth a frame gets through whichever kind of it the two use: before
   * they know each other's kinds they try their own, and are heard.
   */
  List<Radio> radiosFor(Bearer bearer) {
    return bearer.medium() == Medium.DIRECT
        ? direct.getOrDefault(bearer, List.of())
        : of(bearer.medium());
  }
}
