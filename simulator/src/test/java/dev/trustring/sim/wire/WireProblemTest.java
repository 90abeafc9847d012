package dev.trustring.sim.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class WireProblemTest {

  @Test
  void namesABusyPortAndTheWayOut() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      WireAddress address = WireAddress.loopback(other.getLocalPort());

      assertThat(problemOfStartingAt(address))
          .isEqualTo(
              new WireProblem(
                  WireProblem.Kind.PORT_IN_USE,
                  "port %d on 127.0.0.1 is in use by another program; choose another with --port"
                      .formatted(address.port())));
    }
  }

  @Test
  void namesAnAddressOfAnotherMachine() {
    // 192.0.2.0/24 is reserved for documentation: no machine has it
    WireAddress elsewhere = new WireAddress("192.0.2.1", "192.0.2.1", 0);

    assertThat(problemOfStartingAt(elsewhere))
        .isEqualTo(
            new WireProblem(
                WireProblem.Kind.ADDRESS_NOT_HERE, "192.0.2.1 is not an address of this machine"));
  }

  @Test
  void namesAHostWithoutAnAddress() {
    WireAddress nowhere = new WireAddress("nowhere.invalid", "nowhere.invalid", 0);

    assertThat(problemOfStartingAt(nowhere))
        .isEqualTo(
            new WireProblem(
                WireProblem.Kind.HOST_UNKNOWN, "no address is known for the host nowhere.invalid"));
  }

  @Test
  void namesMixedVersionsOfAkka() {
    RuntimeException failure =
        new IllegalStateException("You are using version 2.8.5 of Akka, but it appears you also");

    assertThat(WireProblem.of(failure, WireAddress.loopback(0)).map(WireProblem::kind))
        .contains(WireProblem.Kind.MIXED_AKKA_VERSIONS);
  }

  @Test
  void leavesOtherFailuresAlone() {
    assertThat(WireProblem.of(new IllegalStateException("a bug"), WireAddress.loopback(0)))
        .isEmpty();
    assertThat(WireProblem.ofWarning("Outbound stream to [akka://tv@127.0.0.1:1] failed"))
        .isEmpty();
  }

  private static WireProblem problemOfStartingAt(WireAddress address) {
    Throwable failure =
        catchThrowable(
            () ->
                ActorSystem.create(
                    Behaviors.<Void>empty(), "phone", WireConfig.device(address).config()));
    return WireProblem.of(failure, address).orElseThrow();
  }
}
