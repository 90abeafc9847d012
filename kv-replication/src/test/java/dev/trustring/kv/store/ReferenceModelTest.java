package dev.trustring.kv.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random writes, deletions, syncs, losses, reboots and clocks that jump, on three devices: after
 * every step each of them holds what {@link ReferenceStore} says. A failure names its seed and
 * step.
 */
class ReferenceModelTest {
  private static final int SEEDS = 200;
  private static final int STEPS = 150;
  private static final List<String> KEYS = List.of("a", "b", "c", "d");

  @ParameterizedTest
  @EnumSource(KvStoreType.class)
  void holdsWhatTheModelSaysAfterEveryStep(KvStoreType type) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Tale tale = new Tale(type, seed);
      for (int step = 1; step <= STEPS; step++) {
        String what = tale.step();
        tale.hold("seed " + seed + ", step " + step + ": " + what);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(KvStoreType.class)
  void bringsEveryPartitionEverywhereOnceNothingIsLost(KvStoreType type) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Tale tale = new Tale(type, seed);
      for (int step = 1; step <= STEPS; step++) {
        tale.step();
      }
      tale.syncAll();
      if (type == KvStoreType.DEVICE_COLLABORATION) {
        tale.agreeOnPartitions("seed " + seed);
      }
      tale.hold("seed " + seed + ", after all");
    }
  }

  /** One device: the real store with its journal, and the model beside it. */
  private static final class Device {
    final DeviceName name;
    final ReferenceStore model;
    final List<KvStore.Event> journal = new ArrayList<>();
    StoreState state = StoreState.ABSENT;
    long skew;

    Device(DeviceName name, KvStoreType type) {
      this.name = name;
      this.model = new ReferenceStore(name, type);
    }

    KvStore.Reply ask(KvStore.Command command, long clock) {
      StoreDecision decision =
          StoreRules.decide(state, command, new StoreInputs(name, clock, false));
      for (KvStore.Event event : decision.events()) {
        journal.add(event);
        state = event.appliedTo(state);
      }
      return decision.reply();
    }

    void reboot() {
      state = StoreState.ABSENT;
      journal.forEach(event -> state = event.appliedTo(state));
    }

    Map<String, Optional<String>> partitionOf(DeviceName owner) {
      Map<String, Optional<String>> partition = new LinkedHashMap<>();
      state
          .rows()
          .forEach(
              (place, row) -> {
                if (place.owner().equals(owner.value())) {
                  partition.put(place.key().text(), row.value().map(Value::text));
                }
              });
      return partition;
    }
  }

  /** A story of three devices, drawn from a seed. */
  private static final class Tale {
    private final SplittableRandom draws;
    private final List<Device> devices = new ArrayList<>();
    private long now = 1_000;
    private int written;

    Tale(KvStoreType type, long seed) {
      draws = new SplittableRandom(seed);
      for (String name : List.of("phone", "tablet", "watch")) {
        Device device = new Device(new DeviceName(name), type);
        device.ask(
            new KvStore.Command.Open(StoreFixture.options(type, SecurityLabel.S1)), clock(device));
        devices.add(device);
      }
    }

    private long clock(Device device) {
      return now + device.skew;
    }

    private Device any() {
      return devices.get(draws.nextInt(devices.size()));
    }

    private Device anyBut(Device one) {
      List<Device> others = new ArrayList<>(devices);
      others.remove(one);
      return others.get(draws.nextInt(others.size()));
    }

    String step() {
      // Often no time passes at all, so that writes of two devices tie.
      now += draws.nextInt(3);
      Device device = any();
      String key = KEYS.get(draws.nextInt(KEYS.size()));
      return switch (draws.nextInt(12)) {
        case 0, 1, 2, 3 -> put(device, key);
        case 4, 5 -> delete(device, key);
        case 6, 7, 8, 9 -> sync(device, anyBut(device), draws.nextInt(4) == 0);
        case 10 -> draws.nextBoolean() ? reboot(device) : forget(device, anyBut(device));
        default -> jump(device);
      };
    }

    private String put(Device device, String key) {
      String value = "v" + ++written;
      device.ask(new KvStore.Command.Put(Key.of(key), StoreFixture.text(value)), clock(device));
      device.model.put(key, StoreFixture.text(value), clock(device));
      return device.name + " puts " + key;
    }

    private String delete(Device device, String key) {
      device.ask(new KvStore.Command.Delete(Key.of(key)), clock(device));
      device.model.delete(key, clock(device));
      return device.name + " deletes " + key;
    }

    private String reboot(Device device) {
      device.reboot();
      return device.name + " reboots";
    }

    private String forget(Device device, Device peer) {
      device.ask(new KvStore.Command.RemoveDeviceData(peer.name), clock(device));
      device.model.forget(peer.name);
      return device.name + " removes the data of " + peer.name;
    }

    private String jump(Device device) {
      device.skew += draws.nextInt(-20, 21);
      return "the clock of " + device.name + " jumps";
    }

    /** A packet may be lost, and so may the one that follows when the first starts too late. */
    private String sync(Device from, Device to, boolean lost) {
      String what = from.name + " syncs with " + to.name + (lost ? ", lost" : "");
      Batch batch = handOver(from, to);
      ReferenceStore.Letter letter = from.model.letterTo(to.name);
      if (lost) {
        return what;
      }
      long offset = to.skew - from.skew;
      KvStore.Reply reply = to.ask(new KvStore.Command.Save(from.name, batch, offset), clock(to));
      boolean taken = to.model.takes(from.name, letter, offset, clock(to));
      assertThat(reply instanceof KvStore.Reply.Saved).as(what).isEqualTo(taken);
      if (reply instanceof KvStore.Reply.MarkTooFar far) {
        from.ask(new KvStore.Command.MoveSendMark(to.name, far.receiveMark()), clock(from));
        from.model.goBack(to.name, to.model.wanted(from.name));
        return what + ", again: " + sync(from, to, draws.nextInt(4) == 0);
      }
      return what;
    }

    private Batch handOver(Device from, Device to) {
      KvStore.Command collect =
          new KvStore.Command.Collect(
              to.name, Optional.empty(), Optional.empty(), PacketLimits.PLATFORM);
      Batch batch = ((KvStore.Reply.Collected) from.ask(collect, clock(from))).batch();
      from.ask(new KvStore.Command.MoveSendMark(to.name, batch.endMark()), clock(from));
      return batch;
    }

    void syncAll() {
      for (Device from : devices) {
        for (Device to : devices) {
          if (!from.equals(to)) {
            String what = "";
            do {
              what = sync(from, to, false);
            } while (what.endsWith("lost"));
          }
        }
      }
    }

    void hold(String when) {
      for (Device device : devices) {
        assertThat(new TreeMap<>(device.state.rows()))
            .as("%s: rows of %s", when, device.name)
            .isEqualTo(device.model.rows());
        for (Device peer : devices) {
          assertThat(device.state.sendMark(peer.name))
              .as("%s: marks of %s", when, device.name)
              .isEqualTo(device.model.sent(peer.name));
          assertThat(device.state.receiveMark(peer.name))
              .as("%s: marks of %s", when, device.name)
              .isEqualTo(device.model.wanted(peer.name));
        }
      }
    }

    void agreeOnPartitions(String when) {
      for (Device owner : devices) {
        for (Device other : devices) {
          assertThat(other.partitionOf(owner.name))
              .as("%s: partition of %s on %s", when, owner.name, other.name)
              .isEqualTo(owner.partitionOf(owner.name));
        }
      }
    }
  }
}
