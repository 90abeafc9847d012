package dev.trustring.sim.explain;

import dev.trustring.device.nearby.DiscoveryRefusal;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.LaneCode;
import dev.trustring.device.net.SessionCode;
import dev.trustring.sim.explain.Topic.Entry;
import java.util.ArrayList;
import java.util.List;

/** The numbers with which the soft bus says why something failed (trust-and-softbus §5). */
final class BusCodes {

  private record Code(int number, String name, String text) {}

  private static final List<Code> ALL = all();

  private BusCodes() {}

  private static List<Code> all() {
    List<Code> codes = new ArrayList<>();
    for (SessionCode code : SessionCode.values()) {
      codes.add(new Code(code.number(), code.name(), code.text()));
    }
    for (LaneCode code : LaneCode.values()) {
      codes.add(new Code(code.number(), code.name(), code.text()));
    }
    for (JoinCode code : JoinCode.values()) {
      codes.add(new Code(code.number(), code.name(), code.text()));
      code.inner().ifPresent(inner -> codes.add(new Code(inner, code.name(), code.words())));
    }
    for (DiscoveryRefusal why : DiscoveryRefusal.values()) {
      codes.add(new Code(why.number(), why.name(), why.meaning()));
    }
    return codes.stream().distinct().toList();
  }

  static List<String> numbers() {
    return ALL.stream().map(code -> Integer.toString(code.number())).toList();
  }

  static List<Entry> entries(String number) {
    return ALL.stream()
        .filter(code -> Integer.toString(code.number()).equals(number))
        .map(code -> new Entry(code.name(), code.text()))
        .toList();
  }
}
