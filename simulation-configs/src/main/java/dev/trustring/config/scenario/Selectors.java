package dev.trustring.config.scenario;

import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import dev.trustring.trust.identity.DeviceName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads names of devices: {@code phone}, {@code homes-3-2}, and for several {@code homes} (all of a
 * fleet) and {@code homes/1} (the first of each of its groups).
 */
final class Selectors {

  private static final Pattern PLACE = Pattern.compile("(.+)/([0-9]{1,6})");

  private final Draft draft;

  Selectors(Draft draft) {
    this.draft = draft;
  }

  /** The one device that is named there. */
  DeviceName one(Node node) {
    String name = Values.text(node);
    if (!draft.hasDevice(name)) {
      throw InputError.unknown(node.origin(), "device", name, draft.writtenNames());
    }
    return new DeviceName(name);
  }

  /** The devices that are named there, by one word or by a list of words; at least one. */
  List<DeviceName> many(Node node) {
    if (!(node instanceof Node.Sequence sequence)) {
      return selected(node);
    }
    if (sequence.items().isEmpty()) {
      throw InputError.found(node, "at least one device");
    }
    if (sequence.items().size() == 1) {
      return selected(sequence.items().get(0));
    }
    LinkedHashSet<DeviceName> all = new LinkedHashSet<>();
    for (Node item : sequence.items()) {
      for (DeviceName device : selected(item)) {
        if (!all.add(device)) {
          throw InputError.at(item.origin(), device + " is named twice", "each device once");
        }
      }
    }
    return List.copyOf(all);
  }

  /** The fleet that stands there alone, if it is one. */
  Optional<Fleet> wholeFleet(Node node) {
    return node instanceof Node.Scalar scalar ? draft.fleet(scalar.text()) : Optional.empty();
  }

  private List<DeviceName> selected(Node node) {
    String word = Values.text(node);
    Optional<Fleet> whole = draft.fleet(word);
    if (whole.isPresent()) {
      return whole.get().devices();
    }
    Matcher place = PLACE.matcher(word);
    if (place.matches()) {
      return inPlace(node, place.group(1), Integer.parseInt(place.group(2)));
    }
    return List.of(one(node));
  }

  private List<DeviceName> inPlace(Node node, String name, int place) {
    Fleet fleet =
        draft
            .fleet(name)
            .orElseThrow(
                () -> InputError.unknown(node.origin(), "fleet", name, draft.fleetNames()));
    if (place < 1 || place > fleet.groupSize()) {
      throw InputError.found(node, "a place in the group from 1 to " + fleet.groupSize());
    }
    return fleet.inPlace(place);
  }

  /** Refuses a device that has not installed the app. */
  void checkInstalled(Node node, List<DeviceName> devices, String alias) {
    for (DeviceName name : devices) {
      if (!draft.hasInstalled(name, alias)) {
        throw InputError.at(
            node.origin(),
            "app " + InputError.quoted(alias) + " is not installed on " + name,
            "it among the apps of " + name);
      }
    }
  }
}
