package dev.trustring.sim.net;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Bearer.Medium;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The radios of all devices, and which of their chips are switched off for which causes. */
final class Aerials {

  private final Map<DeviceName, EnumSet<Radio>> radios = new TreeMap<>();
  private final Map<DeviceName, Causes<Radio>> chipsOff = new TreeMap<>();

  Aerials(List<DeviceProfile> devices) {
    for (DeviceProfile device : devices) {
      EnumSet<Radio> has = EnumSet.noneOf(Radio.class);
      has.addAll(device.radios());
      radios.put(device.name(), has);
    }
  }

  /** Switches the chip of a radio off for a cause. */
  void off(DeviceName device, Radio radio, FactKey cause) {
    chipsOff(device).add(radio.chip(), cause);
  }

  /** Ends one cause for which a chip is off; whether that switches it on. */
  boolean endOff(DeviceName device, Radio radio, FactKey cause) {
    return chipsOff(device).end(radio.chip(), cause);
  }

  /** The radios that a device has and that are not switched off. */
  Set<Radio> on(DeviceName device) {
    EnumSet<Radio> on = EnumSet.copyOf(of(device));
    on.removeIf(radio -> whyOff(device, radio).isPresent());
    return on;
  }

  /** Whether a device could use a bearer of that medium now. */
  boolean isOn(DeviceName device, Medium medium) {
    return radiosOf(medium, of(device)).stream().anyMatch(radio -> whyOff(device, radio).isEmpty());
  }

  /** Whether a device has a radio for that medium, on or off. */
  boolean has(DeviceName device, Medium medium) {
    return !radiosOf(medium, of(device)).isEmpty();
  }

  /** What keeps a device from using a bearer, as far as its own radios do. */
  Optional<Path> obstacleAt(DeviceName end, Bearer bearer) {
    List<Radio> fit = radiosFor(end, bearer);
    if (fit.isEmpty()) {
      return Optional.of(
          Path.blocked(bearer.label() + ": " + end + " has no such radio", FactKey.radios(end)));
    }
    if (fit.stream().anyMatch(radio -> whyOff(end, radio).isEmpty())) {
      return Optional.empty();
    }
    return whyOff(end, fit.get(0))
        .map(cause -> Path.blocked(bearer.label() + ": the radio of " + end + " is off", cause));
  }

  /**
   * The bearers that the two may use, in the order in which membership looks at them: one of the
   * LAN, one of Bluetooth, and what they have in common from device to device. Where they have no
   * LAN or no Bluetooth in common its plain bearer stands for what is in the way.
   */
  List<Bearer> between(DeviceName one, DeviceName other) {
    List<Bearer> common = Bearer.between(of(one), of(other));
    List<Bearer> between = new ArrayList<>();
    between.add(first(common, Medium.LAN).orElse(Bearer.WIFI));
    between.add(first(common, Medium.BLUETOOTH).orElse(Bearer.BLUETOOTH));
    common.stream().filter(bearer -> bearer.medium() == Medium.DIRECT).forEach(between::add);
    return between;
  }

  private static Optional<Bearer> first(List<Bearer> bearers, Medium medium) {
    return bearers.stream().filter(bearer -> bearer.medium() == medium).findFirst();
  }

  /**
   * In the LAN and over Bluetooth a frame gets through whichever kind of it the two use: before
   * they know each other's kinds they try their own, and are heard.
   */
  private List<Radio> radiosFor(DeviceName device, Bearer bearer) {
    return bearer.medium() == Medium.DIRECT
        ? of(device).stream().filter(radio -> bearer.isOver(Set.of(radio))).toList()
        : radiosOf(bearer.medium(), of(device));
  }

  private static List<Radio> radiosOf(Medium medium, Set<Radio> has) {
    return has.stream()
        .filter(
            radio ->
                Arrays.stream(Bearer.values())
                    .anyMatch(bearer -> bearer.medium() == medium && bearer.isOver(Set.of(radio))))
        .toList();
  }

  private Optional<FactKey> whyOff(DeviceName device, Radio radio) {
    return chipsOff(device).of(radio.chip());
  }

  private Causes<Radio> chipsOff(DeviceName device) {
    return chipsOff.computeIfAbsent(device, absent -> new Causes<>());
  }

  private EnumSet<Radio> of(DeviceName device) {
    return radios.getOrDefault(device, EnumSet.noneOf(Radio.class));
  }
}
