package dev.trustring.sim.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorSystem;
import akka.actor.ExtendedActorSystem;
import akka.actor.ProviderSelection;
import akka.actor.typed.javadsl.Adapter;
import akka.remote.RemoteActorRefProvider;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;

/** What the fabric takes from Akka by reflection; red here means that Akka has moved it. */
class InternalsOfAkkaTest {

  @Test
  void aSystemIsMarkedAsClusteredInItsSettings() {
    ActorSystem.Settings settings =
        new ActorSystem.Settings(
            getClass().getClassLoader(), ConfigFactory.defaultReference(), "local");
    assertThat(settings.HasCluster()).isFalse();

    ClusterMark.on(settings);

    assertThat(settings.HasCluster()).isTrue();
    assertThat(settings.ProviderSelectionType()).isEqualTo(ProviderSelection.cluster());
  }

  @Test
  void theFabricIsInThePlaceOfArtery() {
    try (RingOnLoop ring = RingOnLoop.seeded(1)) {
      ring.start("phone");
      ExtendedActorSystem system = (ExtendedActorSystem) Adapter.toClassic(ring.system("phone"));
      RemoteActorRefProvider provider = (RemoteActorRefProvider) system.provider();

      assertThat(new TransportSlot(provider).isFilled()).isTrue();
      assertThat(provider.transport()).isInstanceOf(FabricTransport.class);
      assertThat(provider.addressString()).isEqualTo("akka://ring@phone:25520");
    }
  }
}
