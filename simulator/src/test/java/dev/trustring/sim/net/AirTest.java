package dev.trustring.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Network;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AirTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final DeviceName TV = new DeviceName("tv");
  private static final FactKey CUT = new FactKey("fault.cut");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void keepsTheOrderOfFramesOfOneLink() {
    Flight flight = new Flight(1, wifi(PHONE, TABLET));

    IntStream.range(0, 200).forEach(number -> flight.send(PHONE, TABLET, number));
    flight.loop.runFor(SECOND);

    assertThat(flight.sessions()).isSorted().hasSize(200);
    assertThat(flight.air.carried()).isEqualTo(200);
  }

  @Test
  void takesAsLongAsTheNetworkSays() {
    Flight flight = new Flight(1, wifi(PHONE, TABLET));

    flight.send(PHONE, TABLET, 1);
    flight.loop.runFor(SECOND);

    assertThat(flight.arrivals("phone->tablet").get(0)).isBetween(1_000_000L, 5_000_000L);
  }

  @Test
  void drawsTheDelaysOfALinkApartFromAllOthers() {
    Flight two = new Flight(7, wifi(PHONE, TABLET));
    Flight three = new Flight(7, wifi(PHONE, TABLET, TV));

    for (int number = 0; number < 20; number++) {
      two.send(PHONE, TABLET, number);
      three.send(PHONE, TV, number);
      three.send(TV, TABLET, number);
      three.send(PHONE, TABLET, number);
    }
    two.loop.runFor(SECOND);
    three.loop.runFor(SECOND);

    assertThat(three.arrivals("phone->tablet")).isEqualTo(two.arrivals("phone->tablet"));
    assertThat(three.arrivals("phone->tv")).isNotEqualTo(two.arrivals("phone->tablet"));
  }

  @Test
  void losesWhatIsSentIntoACut() {
    Flight flight = new Flight(1, wifi(PHONE, TABLET));
    flight.topology.partition(CUT, List.of(Set.of(PHONE), Set.of(TABLET)));

    flight.send(PHONE, TABLET, 1);
    flight.loop.runFor(SECOND);

    assertThat(flight.sessions()).isEmpty();
    assertThat(flight.air.lost()).isOne();
  }

  @Test
  void losesWhatArrivesInACut() {
    Flight flight = new Flight(1, wifi(PHONE, TABLET));

    flight.send(PHONE, TABLET, 1);
    flight.topology.partition(CUT, List.of(Set.of(PHONE), Set.of(TABLET)));
    flight.loop.runFor(SECOND);

    assertThat(flight.sessions()).isEmpty();
    assertThat(flight.air.lost()).isOne();
    assertThat(flight.noted).containsExactly("sent", "lost");
  }

  @Test
  void takesLongerInTheDirectionOfADelayAndKeepsTheOrderWhenItEnds() {
    Flight flight = new Flight(1, wifi(PHONE, TABLET));
    Direction direction = new Direction(PHONE, TABLET);
    flight.topology.impair(direction, CUT, Impairment.delayOf(SECOND));

    flight.send(PHONE, TABLET, 1);
    flight.send(TABLET, PHONE, 2);
    flight.topology.endImpairment(direction, CUT);
    flight.send(PHONE, TABLET, 3);
    flight.loop.runFor(SECOND.multipliedBy(2));

    assertThat(flight.sessions()).containsExactly(2, 1, 3);
    assertThat(flight.arrivals("phone->tablet").get(0)).isGreaterThan(SECOND.toNanos());
  }

  @Test
  void losesTheShareOfALossInItsDirectionAlone() {
    Flight flight = new Flight(1, wifi(PHONE, TABLET));
    flight.topology.impair(new Direction(PHONE, TABLET), CUT, Impairment.lossOf(0.3));

    IntStream.range(0, 1000).forEach(number -> flight.send(PHONE, TABLET, number));
    IntStream.range(0, 1000).forEach(number -> flight.send(TABLET, PHONE, number));
    flight.loop.runFor(SECOND);

    assertThat(flight.arrivals("phone->tablet")).hasSizeBetween(650, 750);
    assertThat(flight.arrivals("tablet->phone")).hasSize(1000);
  }

  @Test
  void laysALossAtTheDoorOfItsAttemptAndForgetsItOnceTold() {
    Flight flight = new Flight(1, wifi(PHONE, TABLET));
    AttemptId attempt = new AttemptId(PHONE, 1, 1);
    flight.topology.partition(CUT, List.of(Set.of(PHONE), Set.of(TABLET)));

    flight.air.transmit(
        new Frame(
            PHONE,
            TABLET,
            Bearer.WIFI,
            new Payload.OfSync(new SyncMessage.NoCommunicator(attempt))));

    assertThat(flight.air.lossesOf(attempt)).singleElement().asString().contains("partitioned");
    assertThat(flight.air.lossesOf(attempt)).isEmpty();
  }

  private static Network wifi(DeviceName... members) {
    return Places.wifi("home", "10.0.0.0/24", members);
  }

  /** An air with whoever listens to it. */
  private static final class Flight implements Air.Listener {
    private final RunLoop loop;
    private final Topology topology;
    private final Air air;
    private final Map<String, List<Long>> arrivals = new TreeMap<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();

    private Flight(long seed, Network network) {
      loop = RunLoop.open(seed);
      topology = Places.of(network);
      air = new Air(loop, topology, this::comeOut, this);
      loop.close();
    }

    private void comeOut(Frame frame) {
      air.arrived(frame);
    }

    private void send(DeviceName from, DeviceName to, int number) {
      air.transmit(new Frame(from, to, Bearer.WIFI, new Payload.SessionOpen(number)));
    }

    private List<Long> arrivals(String link) {
      return arrivals.getOrDefault(link, List.of());
    }

    private List<Integer> sessions() {
      return numbers;
    }

    @Override
    public void arrived(Frame frame) {
      numbers.add(((Payload.SessionOpen) frame.payload()).session());
      arrivals
          .computeIfAbsent(frame.from() + "->" + frame.to(), absent -> new ArrayList<>())
          .add(loop.nowNanos());
    }

    @Override
    public void noted(String what, Frame frame, String detail) {
      noted.add(what);
    }
  }
}
