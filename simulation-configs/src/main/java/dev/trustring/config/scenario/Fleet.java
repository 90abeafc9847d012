package dev.trustring.config.scenario;

import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Devices made from one line: {@code homes-1-1} to {@code homes-200-5}, group by group.
 *
 * @param groupSize how many devices a group has; the last group may have fewer
 */
record Fleet(String name, List<DeviceName> devices, int groupSize) {

  Fleet {
    devices = List.copyOf(devices);
  }

  /** The device at that place of every group; the first place is 1. */
  List<DeviceName> inPlace(int place) {
    return IntStream.iterate(place - 1, i -> i < devices.size(), i -> i + groupSize)
        .mapToObj(devices::get)
        .toList();
  }

  /** The groups, in order. */
  List<List<DeviceName>> groups() {
    return IntStream.iterate(0, i -> i < devices.size(), i -> i + groupSize)
        .mapToObj(i -> devices.subList(i, Math.min(i + groupSize, devices.size())))
        .toList();
  }
}
