package dev.trustring.sim.run;

import static dev.trustring.sim.Facts.NOTES;
import static dev.trustring.sim.Facts.PHONE;
import static dev.trustring.sim.Facts.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.BundleName;
import dev.trustring.config.scenario.Step;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CallbacksTest {

  private final Callbacks callbacks = new Callbacks();
  private final Processes processes = new Processes();

  @Test
  void answersTheSyncWhoseAttemptsBeganFirstFirst() {
    came(1, 2, Map.of("tablet", 1), 20);
    came(1, 1, Map.of("tablet", 2), 30);

    assertThat(numbers(sync("tablet, watch", 1, 10), sync("tablet", 1, 11)))
        .containsExactly(Map.of("tablet", 2), Map.of("tablet", 1));
  }

  @Test
  void answersNoSyncOfOtherDevices() {
    came(1, 1, Map.of("watch", 0), 20);

    assertThat(numbers(sync("tablet", 1, 10), sync("watch", 1, 11)))
        .containsExactly(Map.of(), Map.of("watch", 0));
  }

  @Test
  void answersNoSyncThatWasCalledLater() {
    came(1, 1, Map.of("tablet", 0), 20);

    assertThat(numbers(sync("tablet", 1, 21))).containsExactly(Map.of());
  }

  @Test
  void answersNoSyncFromBeforeACrash() {
    came(2, 1, Map.of("tablet", 0), 20);

    assertThat(numbers(sync("tablet", 1, 10), sync("tablet", 2, 15)))
        .containsExactly(Map.of(), Map.of("tablet", 0));
  }

  @Test
  void answersNoSyncOfAnotherApp() {
    came(1, 1, Map.of("tablet", 0), 20);
    Callbacks.Sync ofTheDiary =
        new Callbacks.Sync(step("tablet"), process(1, new BundleName("com.example.diary")), 10);

    assertThat(numbers(ofTheDiary, sync("tablet", 1, 11)))
        .containsExactly(Map.of(), Map.of("tablet", 0));
  }

  @Test
  void answersNoSyncOfAProcessThatHasEnded() {
    Callbacks.Sync before = sync("tablet", 1, 10);
    processes.ended(new Happening.AppEnded(PHONE, NOTES, OsAccountId.FIRST), 11);
    Callbacks.Sync after = sync("tablet", 1, 12);
    came(1, 2, Map.of("tablet", 0), 20);

    assertThat(numbers(before, after)).containsExactly(Map.of(), Map.of("tablet", 0));
  }

  @Test
  void answersASyncWithEveryDeviceWhoeverIsNamed() {
    came(1, 1, Map.of("tablet", 0, "tv", 0), 20);

    assertThat(numbers(sync("", 1, 10))).containsExactly(Map.of("tablet", 0, "tv", 0));
  }

  private void came(int boot, int attempt, Map<String, Integer> numbers, long nanos) {
    TreeMap<DeviceName, Integer> byDevice = new TreeMap<>();
    numbers.forEach((device, number) -> byDevice.put(new DeviceName(device), number));
    callbacks.add(
        new Happening.SyncCompleted(
            PHONE,
            NOTES,
            OsAccountId.FIRST,
            STORE,
            byDevice,
            Optional.of(new AttemptId(PHONE, boot, attempt))),
        process(boot, NOTES),
        nanos);
  }

  private Processes.Id process(int boot, BundleName app) {
    return processes.of(PHONE, boot, app, OsAccountId.FIRST);
  }

  private List<Map<String, Integer>> numbers(Callbacks.Sync... syncs) {
    return callbacks.answersTo(List.of(syncs)).stream()
        .map(answer -> answer.map(CallbacksTest::plain).orElse(Map.of()))
        .toList();
  }

  private static Map<String, Integer> plain(Completion completion) {
    Map<String, Integer> plain = new TreeMap<>();
    completion.numbers().forEach((device, number) -> plain.put(device.value(), number));
    return plain;
  }

  private Callbacks.Sync sync(String targets, int boot, long nanos) {
    return new Callbacks.Sync(step(targets), process(boot, NOTES), nanos);
  }

  private static Step.Call step(String targets) {
    return (Step.Call)
        Tale.ofPhoneAndTablet()
            .device("tv", "kind: tv")
            .device("watch", "kind: watch")
            .sync("1s", "phone", targets)
            .read()
            .timeline()
            .get(0);
  }
}
