package dev.trustring.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import dev.trustring.config.scenario.Vocabulary;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.kv.decision.Stage;
import dev.trustring.sim.fault.Faults;
import dev.trustring.sim.oracle.Invariants;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each benchmark comes to its end with very little to do; no figure is looked at. */
class BenchmarksTest {

  private static final Vocabulary WORDS =
      new Vocabulary(StandardCalls.registry(), Faults.specs(), Invariants.names(), Stage.words());

  private final List<String> progress = new ArrayList<>();
  private final Benchmarks benchmarks = new Benchmarks(WORDS, progress::add);

  @Test
  void everybodyGetsAllKeysByPlatformCallsInPutsAndInBatches() {
    try (PlatformReplication platform =
        new PlatformReplication(Home.scenario(2, WORDS), PlatformReplication.Events.BYTES)) {
      assertThat(platform.converge(20, 1).seconds()).isPositive();
      assertThat(platform.converge(20, 8).seconds()).isPositive();
      assertThat(platform.latencies(2)).hasSize(2);
      assertThat(platform.attempts()).isGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void aPushThatIsTooLargeForAnOrdinaryMessageArrives() {
    try (PlatformReplication platform =
        new PlatformReplication(Home.scenario(2, WORDS), PlatformReplication.Events.OBJECTS)) {
      assertThat(platform.converge(8_000, 1_000).seconds()).isPositive();
    }
  }

  @Test
  void everybodyGetsAllKeysByDistributedData() {
    try (Peers peers = new DistributedDataPeers(2, ConfigFactory.empty())) {
      assertThat(peers.converge(1, 20).seconds()).isPositive();
    }
  }

  @Test
  void everybodyGetsAllKeysByBareDeltas() {
    try (Peers peers = new DeltaPeers(2)) {
      assertThat(peers.converge(1, 300).seconds()).isPositive();
      assertThat(peers.converge(2, 20).seconds()).isPositive();
    }
  }

  @Test
  void measuresTheCodec() {
    assertThat(CodecCost.said()).hasSize(1);
  }

  @Test
  void measuresHomesThatComeOnline() {
    Table table = benchmarks.online(2);

    assertThat(table.rows()).hasSize(3);
    assertThat(table.rows().get(2).subList(0, 2)).containsExactly("8", "2");
    assertThat(table.rows().get(2).get(2)).doesNotContain("never");
  }

  @Test
  void measuresARing() {
    Table table = benchmarks.rings(List.of(2), 1);

    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().get(0).get(1)).doesNotContain("never");
    assertThat(progress).isNotEmpty();
  }

  @Test
  void measuresTokens() {
    TokenCost.Effort little = new TokenCost.Effort(List.of(10, 1_000), 100, 20);

    assertThat(new TokenCost(progress::add, little).run().rows()).hasSize(9);
  }

  @Test
  void measuresTheLoop() {
    Table table = benchmarks.loop(5);

    assertThat(table.rows()).extracting(row -> row.get(0)).contains("story of 5 devices");
    assertThat(table.lines()).hasSize(table.rows().size() + 2);
    assertThat(table.json().get("rows")).hasSize(table.rows().size());
  }
}
