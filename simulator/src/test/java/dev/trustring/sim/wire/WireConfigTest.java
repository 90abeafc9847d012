package dev.trustring.sim.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WireConfigTest {

  @Test
  void anEndpointDownsNobodyUnlessToldTo() {
    WireConfig endpoint = WireConfig.endpoint(WireAddress.loopback(0), Set.of("tv", "phone"));
    WireConfig resolving =
        endpoint.withDowning(WireConfig.SPLIT_BRAIN_RESOLVER, Duration.ofSeconds(9));

    assertThat(endpoint.config().getString("akka.cluster.downing-provider-class")).isEmpty();
    assertThat(endpoint.config().getStringList("akka.cluster.roles"))
        .containsExactly("phone", "tv");
    assertThat(resolving.config().getString("akka.cluster.downing-provider-class"))
        .isEqualTo("akka.cluster.sbr.SplitBrainResolverProvider");
    assertThat(resolving.config().getDuration("akka.cluster.split-brain-resolver.stable-after"))
        .isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void theHostsOwnSettingsWinAndLinksStay() {
    FaultyLinks links = FaultyLinks.of("tv", to -> LinkState.CLEAR, new SplittableRandom(1));

    Config config =
        WireConfig.device(WireAddress.loopback(0))
            .withLinks(links)
            .with(ConfigFactory.parseString("akka.loglevel = ERROR"))
            .config();

    assertThat(config.getString("akka.loglevel")).isEqualTo("ERROR");
    assertThat(FaultyLinks.of(config)).isSameAs(links);
  }

  @Test
  void noSystemStartsOnLinksThatAreGone() {
    FaultyLinks links = FaultyLinks.of("tv", to -> LinkState.CLEAR, new SplittableRandom(1));
    Config config = WireConfig.device(WireAddress.loopback(0)).withLinks(links).config();

    links.close();

    assertThatThrownBy(() -> FaultyLinks.of(config)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesAPortThatIsNone() {
    assertThatThrownBy(() -> WireAddress.loopback(70_000))
        .hasMessage("a port is a number from 0 to 65535, not 70000");
  }
}
