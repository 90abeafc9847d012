package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.metrics.Metrics;
import dev.trustring.sim.status.Standing;
import dev.trustring.sim.status.StatusFolder;
import dev.trustring.sim.status.StatusKeeper;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.world.ClusterHost;
import dev.trustring.sim.world.ClusterOptions;
import dev.trustring.sim.world.Elsewhere;
import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** It listens to the log of the whole JVM, so no other story may be told beside it. */
class LoneDeviceTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  @TempDir private Path data = Path.of("");
  private final Scenario story = Shipped.read(Shipped.file("same-account.yaml"));
  private final Metrics metrics = new Metrics(0);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(DecisionLog.NAME);

  @BeforeEach
  void listen() {
    lines.start();
    log.setLevel(Level.DEBUG);
    log.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(lines);
    log.setLevel(null);
  }

  @Test
  void tellsOfItselfAndOfItsDecisionsAndKeepsWhatWasSetUp() throws IOException {
    try (LoneDevice phone = new LoneDevice(story, host())) {
      phone.attendedBy(metrics);
      phone.attendedBy(new StatusKeeper(data));
      assertThat(phone.getReady(() -> true)).isEmpty();

      // Nobody is there to whom the story's first push could go.
      phone.run(() -> lines.list.isEmpty(), AT_MOST);
      String page = scraped();
      Standing standing = StatusFolder.read(data, Instant.now()).get(0);

      assertThat(lines.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .containsExactly(
              "from=phone to=tablet store=notes outcome=no stop=trust visible=DEVICE_NOT_ONLINE");
      assertThat(page)
          .contains("trustring_decisions_total{outcome=\"no\",stop=\"trust\"} 1.0")
          .contains("trustring_frames_sent_total{device=\"phone\"}")
          .contains("trustring_journal_writes_under_way{device=\"phone\"}");
      assertThat(standing.said().orElseThrow().device()).isEqualTo("phone");
      assertThat(standing.holder()).hasValue(ProcessHandle.current().pid());
    }
    try (LoneDevice again = new LoneDevice(story, host())) {
      assertThat(again.getReady(() -> true)).as("refused, since it is there already").isEmpty();
    }
    assertThat(StatusFolder.read(data, Instant.now()).get(0).state())
        .isEqualTo(Standing.State.STOPPED);
  }

  private ClusterHost host() {
    return ClusterHost.alone(
        story,
        new ClusterOptions(Optional.of(data), Optional.empty(), Map.of(), Optional.empty()),
        new Elsewhere(PHONE, Map.of(new DeviceName("tablet"), WireAddress.loopback(9))));
  }

  private String scraped() throws IOException {
    URI page = URI.create("http://127.0.0.1:" + metrics.port() + "/metrics");
    try (var in = page.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
