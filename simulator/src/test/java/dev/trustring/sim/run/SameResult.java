package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Downing;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.decision.DecisionRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What hosts are held to: the same rows at rest on every device, and the same decisions. */
final class SameResult {

  /** Larger worlds are for the dense host; a benchmark brings them up on the others. */
  private static final int DEVICES_AT_MOST = 50;

  private static final List<HostKind> IN_VIRTUAL_TIME = List.of(HostKind.DENSE, HostKind.VIRTUAL);

  private SameResult() {}

  /** The shipped scenarios that come to the same everywhere. */
  static List<Path> stories() {
    return Shipped.files().stream()
        .filter(file -> hosts(Shipped.read(file)).containsAll(IN_VIRTUAL_TIME))
        .toList();
  }

  /**
   * The hosts in virtual time that a scenario is for: one that computes membership downs nobody.
   */
  static List<HostKind> hosts(Scenario scenario) {
    List<HostKind> hosts = new ArrayList<>();
    if (scenario.downing() == Downing.NONE) {
      hosts.add(HostKind.DENSE);
    }
    if (scenario.devices().size() <= DEVICES_AT_MOST) {
      hosts.add(HostKind.VIRTUAL);
    }
    return hosts;
  }

  static void assertSame(Ran one, Ran other) {
    assertThat(other.result().digests()).isEqualTo(one.result().digests());
    Map<String, DecisionRecord> first = byAttempt(one.decisions());
    Map<String, DecisionRecord> second = byAttempt(other.decisions());
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach(
        (attempt, record) -> {
          DecisionRecord elsewhere = Objects.requireNonNull(second.get(attempt));
          assertThat(cameTo(elsewhere))
              .as(() -> attempt + "\n" + shown(one, record) + "\n" + shown(other, elsewhere))
              .isEqualTo(cameTo(record));
        });
  }

  /** The attempts of each pair and store, counted in the order in which they were made. */
  private static Map<String, DecisionRecord> byAttempt(List<DecisionRecord> decisions) {
    Map<String, List<DecisionRecord>> ofPair = new TreeMap<>();
    for (DecisionRecord decision : decisions) {
      String pair = decision.from() + " -> " + decision.to() + " " + decision.store();
      ofPair.computeIfAbsent(pair, absent -> new ArrayList<>()).add(decision);
    }
    Map<String, DecisionRecord> byAttempt = new TreeMap<>();
    ofPair.forEach(
        (pair, records) -> {
          for (int i = 0; i < records.size(); i++) {
            byAttempt.put(pair + " attempt " + (i + 1), records.get(i));
          }
        });
    return byAttempt;
  }

  private static String cameTo(DecisionRecord decision) {
    return decision.outcome().word()
        + " stop "
        + decision.stopWord()
        + " visible "
        + decision.visible().word();
  }

  private static String shown(Ran ran, DecisionRecord decision) {
    return ran.result().host() + ": " + decision;
  }
}
