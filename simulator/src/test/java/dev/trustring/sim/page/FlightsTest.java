package dev.trustring.sim.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import org.junit.jupiter.api.Test;

class FlightsTest {

  private final Flights flights = new Flights();

  private static Frame frame(String from, String to, int session) {
    return new Frame(
        new DeviceName(from), new DeviceName(to), Bearer.WIFI, new Payload.SessionOpen(session));
  }

  @Test
  void aFrameArrivesWhereTheOldestThatSaysTheSameWasSent() {
    flights.sent(frame("phone", "tablet", 1), 10, 0);
    flights.sent(frame("phone", "tablet", 2), 11, 1);
    flights.sent(frame("phone", "tablet", 1), 12, 2);

    assertThat(flights.arrived(frame("phone", "tablet", 2), 20)).contains(1);
    assertThat(flights.arrived(frame("phone", "tablet", 1), 21)).contains(0);
    assertThat(flights.arrived(frame("phone", "tablet", 1), 22)).contains(2);
  }

  @Test
  void theOtherWayIsAnotherWay() {
    flights.sent(frame("phone", "tablet", 1), 10, 0);

    assertThat(flights.arrived(frame("tablet", "phone", 1), 20)).isEmpty();
  }

  @Test
  void aCopyArrivesWhereItsOriginalWasSent() {
    flights.sent(frame("phone", "tablet", 1), 10, 0);

    assertThat(flights.arrived(frame("phone", "tablet", 1), 20)).contains(0);
    assertThat(flights.arrived(frame("phone", "tablet", 1), 21)).contains(0);
    assertThat(flights.arrived(frame("phone", "tablet", 9), 22)).isEmpty();
  }

  @Test
  void aFrameThatIsLostBeforeItGoesOutIsNotTheOneUnderWay() {
    flights.sent(frame("phone", "tablet", 1), 10, 0);

    assertThat(flights.lost(frame("phone", "tablet", 1), 10)).isEmpty();
    assertThat(flights.lost(frame("phone", "tablet", 1), 15)).contains(0);
    assertThat(flights.arrived(frame("phone", "tablet", 1), 20)).isEmpty();
  }
}
