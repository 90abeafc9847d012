package dev.trustring.sim.net;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Bearer.Medium;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The radios of all devices, and which of their chips are switched off for which causes. */
final class Aerials {

  private static final Equipment NONE = new Equipment(List.of());

  private final Map<DeviceName, Equipment> equipment = new HashMap<>();
  private final Map<DeviceName, Causes<Radio>> chipsOff = new TreeMap<>();

  Aerials(List<DeviceProfile> devices) {
    devices.forEach(device -> equipment.put(device.name(), new Equipment(device.radios())));
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
    EnumSet<Radio> on = of(device).radios();
    on.removeIf(radio -> whyOff(device, radio).isPresent());
    return on;
  }

  /** Whether a device could use a bearer of that medium now. */
  boolean isOn(DeviceName device, Medium medium) {
    return of(device).of(medium).stream().anyMatch(radio -> whyOff(device, radio).isEmpty());
  }

  /** Whether a device has a radio for that medium, on or off. */
  boolean has(DeviceName device, Medium medium) {
    return !of(device).of(medium).isEmpty();
  }

  /** What keeps a device from using a bearer, as far as its own radios do. */
  Optional<Path> obstacleAt(DeviceName end, Bearer bearer) {
    List<Radio> fit = of(end).radiosFor(bearer);
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
    List<Bearer> common = Bearer.common(of(one).bearers(), of(other).bearers());
    List<Bearer> between = new ArrayList<>();
    between.add(first(common, Medium.LAN).orElse(Bearer.WIFI));
    between.add(first(common, Medium.BLUETOOTH).orElse(Bearer.BLUETOOTH));
    common.stream().filter(bearer -> bearer.medium() == Medium.DIRECT).forEach(between::add);
    return between;
  }

  private static Optional<Bearer> first(List<Bearer> bearers, Medium medium) {
    return bearers.stream().filter(bearer -> bearer.medium() == medium).findFirst();
  }

  private Optional<FactKey> whyOff(DeviceName device, Radio radio) {
    return chipsOff(device).of(radio.chip());
  }

  private Causes<Radio> chipsOff(DeviceName device) {
    return chipsOff.computeIfAbsent(device, absent -> new Causes<>());
  }

  private Equipment of(DeviceName device) {
    return equipment.getOrDefault(device, NONE);
  }
}
