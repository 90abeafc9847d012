package dev.trustring.device;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.profile.Radio;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The radios of a device and which of them are on. One that it does not have stays off. */
record Radios(Set<Radio> has, Set<Radio> on) {

  Radios {
    has = new TreeSet<>(has);
    on = new TreeSet<>(on);
    on.retainAll(has);
  }

  /** All of them on, as a device starts. */
  static Radios allOn(Set<Radio> has) {
    return new Radios(has, has);
  }

  /** All radios of that one's chip on, or off. */
  Radios switched(Radio radio, boolean isOn) {
    Set<Radio> after = new TreeSet<>(on);
    if (isOn) {
      has.stream().filter(other -> other.chip() == radio.chip()).forEach(after::add);
    } else {
      after.removeIf(other -> other.chip() == radio.chip());
    }
    return new Radios(has, after);
  }

  /** The bearers over which frames can go now, in the order in which they are tried. */
  List<Bearer> bearers() {
    return Bearer.over(on);
  }
}
