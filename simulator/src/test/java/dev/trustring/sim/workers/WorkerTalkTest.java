package dev.trustring.sim.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.ActorSystem;
import akka.actor.ExtendedActorSystem;
import dev.trustring.device.wire.Cbor;
import dev.trustring.device.wire.WireException;
import dev.trustring.sim.campaign.Broken;
import dev.trustring.sim.campaign.Campaign;
import dev.trustring.sim.campaign.Outcome;
import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.RunResult;
import java.io.NotSerializableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerTalkTest {

  private static final Played VIOLATED =
      new Played(
          17,
          99,
          Verdict.VIOLATED,
          List.of(new Broken("delivered", "phone has \"no\" row of tablet\n", "")),
          List.of("a row came"),
          Map.of("level", 3L, "reach", 1L << 40),
          "0ace184caad0a81b",
          new RunResult.Counts(1, 2, 3, 4, 5, 6),
          HostKind.VIRTUAL,
          "{phone=00ff}",
          Played.Compared.OTHER);

  private static final WorkerTalk.Report REPORT =
      new WorkerTalk.Report(
          new WorkerId(2),
          7,
          List.of(
              new Outcome.Came(VIOLATED),
              new Outcome.TooLong(18, 1_048_577),
              new Outcome.Failed(19, "java.lang.StackOverflowError")),
          4,
          "akka://campaign@127.0.0.1:25520/user#-1");

  private static final WorkerTalk.Orders ORDERS = new WorkerTalk.Orders(7, List.of(20, 21));

  private static <T> T across(Class<T> root, T said) throws WireException {
    return Cbor.read(root, Cbor.write(root, said));
  }

  @Test
  void bringsAllThatIsSaid() throws WireException {
    Campaign.Terms drawn =
        new Campaign.Terms("wild", Optional.empty(), 42, Optional.empty(), HostKind.VIRTUAL, 0);
    Campaign.Terms read =
        new Campaign.Terms(
            "a/b.yaml",
            Optional.of("title: t\n"),
            -1,
            Optional.of(Duration.ofSeconds(5)),
            HostKind.DENSE,
            20);
    for (Campaign.Terms terms : List.of(drawn, read)) {
      WorkerStart start =
          new WorkerStart(
              new WorkerId(1), "akka://c", ClusterKey.of(new byte[ClusterKey.BYTES]), 2, terms);
      assertThat(across(WorkerStart.class, start)).isEqualTo(start);
    }
    for (FromWorker said :
        List.of(new FromWorker.Ready("akka://c"), new FromWorker.Failed("failed"))) {
      assertThat(across(FromWorker.class, said)).isEqualTo(said);
    }
  }

  @Test
  void theKeyStandsInNoLog() {
    assertThat(ClusterKey.of(new byte[ClusterKey.BYTES]).toString()).doesNotContain("0");
    assertThatThrownBy(() -> new ClusterKey("00")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsSaidInTheClusterIsSealedWithItsKey() throws Exception {
    byte[] other = new byte[ClusterKey.BYTES];
    other[0] = 1;
    ActorSystem ours = node(new byte[ClusterKey.BYTES]);
    ActorSystem theirs = node(other);
    try {
      WorkerSerializer serializer = new WorkerSerializer((ExtendedActorSystem) ours);
      WorkerSerializer stranger = new WorkerSerializer((ExtendedActorSystem) theirs);
      for (WorkerTalk said : List.of(REPORT, ORDERS)) {
        byte[] bytes = serializer.toBinary(said);
        String manifest = serializer.manifest(said);
        assertThat(serializer.fromBinary(bytes, manifest)).isEqualTo(said);
        assertThatThrownBy(() -> stranger.fromBinary(bytes, manifest))
            .isInstanceOf(NotSerializableException.class)
            .hasMessage("refused: not sealed with the cluster's key");
        bytes[bytes.length - 1]++;
        assertThatThrownBy(() -> serializer.fromBinary(bytes, manifest))
            .isInstanceOf(NotSerializableException.class);
      }
    } finally {
      ours.terminate();
      theirs.terminate();
    }
  }

  private static ActorSystem node(byte[] key) {
    return ActorSystem.create(
        WorkerSerializer.SYSTEM, WorkerSerializer.node("worker", ClusterKey.of(key)));
  }
}
