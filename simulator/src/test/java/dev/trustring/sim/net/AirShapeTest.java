package dev.trustring.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Link;
import dev.trustring.config.scenario.LinkShape;
import dev.trustring.config.scenario.Network;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every link, whatever its shape is, and of one shape at a time. */
class AirShapeTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final Direction THERE = new Direction(PHONE, TABLET);
  private static final FactKey CAUSE = new FactKey("fault.shape");
  private static final long MS = 1_000_000;
  private static final long LEAST = MS;
  private static final long MOST = 5 * MS;
  private static final int FRAMES = 400;
  private static final Duration HALF_SECOND = Duration.ofMillis(500);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void deliversNothingBeforeTheLeastDelayWhateverItsShapeIs(long seed) {
    Ride ride =
        new Ride(
            seed,
            LinkShape.losing(0.1)
                .and(LinkShape.tailed(0.1, HALF_SECOND))
                .and(LinkShape.duplicating(0.1))
                .and(LinkShape.reordering(0.1)));

    ride.send();

    assertThat(ride.arrivals).isNotEmpty().allMatch(arrival -> arrival.took() >= LEAST);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void keepsTheOrderAndBringsEachOnceUnlessItsShapeSaysOtherwise(long seed) {
    Ride ride =
        new Ride(seed, LinkShape.tailed(0.1, HALF_SECOND).and(LinkShape.ofBandwidth(50_000)));

    ride.send();

    assertThat(ride.numbers()).isSorted().hasSize(FRAMES).doesNotHaveDuplicates();
  }

  @Test
  void makesFewFramesMuchLaterThanTheGreatestDelay() {
    Ride ride = new Ride(1, LinkShape.tailed(0.05, HALF_SECOND));

    ride.send();

    // A slow frame keeps those behind it waiting, so more than the share are late.
    assertThat(ride.arrivals).anyMatch(arrival -> arrival.took() > MOST);
    assertThat(ride.arrivals).allMatch(arrival -> arrival.took() <= MOST + 500 * MS + FRAMES);
    Ride even = new Ride(1, LinkShape.EVEN);
    even.send();
    assertThat(even.arrivals).allMatch(arrival -> arrival.took() <= MOST + FRAMES);
  }

  @Test
  void bringsAShareTwiceRightAfterTheFirst() {
    Ride ride = new Ride(1, LinkShape.duplicating(0.25));

    ride.send();

    assertThat(ride.numbers()).isSorted();
    assertThat(new LinkedHashSet<>(ride.numbers())).hasSize(FRAMES);
    assertThat(ride.numbers().size() - FRAMES).isBetween(70, 130);
  }

  @Test
  void letsAShareBeOvertakenAndLosesNone() {
    Ride ride = new Ride(1, LinkShape.reordering(0.25));

    ride.send();

    List<Integer> sorted = ride.numbers().stream().sorted().toList();
    assertThat(ride.numbers()).isNotEqualTo(sorted).hasSize(FRAMES).doesNotHaveDuplicates();
  }

  @Test
  void letsFramesQueueForANarrowLink() {
    Ride wide = new Ride(1, LinkShape.EVEN);
    Ride narrow = new Ride(1, LinkShape.ofBandwidth(1_000));

    wide.sendAtOnce(50);
    narrow.sendAtOnce(50);

    assertThat(wide.lastArrival()).isLessThan(10 * MS);
    assertThat(narrow.numbers()).isSorted().hasSize(50);
    assertThat(narrow.lastArrival()).as("50 frames of 20 bytes and more").isGreaterThan(1000 * MS);
  }

  @Test
  void holdsEverythingWhileAClogLastsAndLetsItGoInABurst() {
    Ride ride = new Ride(1, LinkShape.EVEN);
    ride.topology.clog(THERE, CAUSE);

    ride.sendAtOnce(100);
    ride.loop.runFor(Duration.ofSeconds(30));
    assertThat(ride.arrivals).isEmpty();

    long freed = ride.loop.nowNanos();
    ride.topology.endClog(THERE, CAUSE);
    ride.air.topologyChanged();
    ride.loop.runFor(Duration.ofSeconds(1));

    assertThat(ride.numbers()).isSorted().hasSize(100);
    assertThat(ride.lastArrival() - freed).isBetween(LEAST, MOST + 100);
  }

  @Test
  void losesWhatAClogHeldWhenTheLinkIsCutInTheEnd() {
    Ride ride = new Ride(1, LinkShape.EVEN);
    ride.topology.clog(THERE, CAUSE);
    ride.sendAtOnce(10);

    ride.topology.blackhole(THERE, new FactKey("fault.cut"));
    ride.topology.endClog(THERE, CAUSE);
    ride.air.topologyChanged();
    ride.loop.runFor(Duration.ofSeconds(1));

    assertThat(ride.arrivals).isEmpty();
    assertThat(ride.air.lost()).isEqualTo(10);
  }

  @Test
  void followsItsOwnLinkInPlaceOfItsNetwork() {
    Link slow =
        new Link(PHONE, TABLET, Duration.ofMillis(80), Duration.ofMillis(90), LinkShape.EVEN);
    Ride ride = new Ride(1, LinkShape.duplicating(1), List.of(slow));

    ride.sendAtOnce(20);

    assertThat(ride.numbers()).hasSize(20);
    assertThat(ride.arrivals).allMatch(arrival -> arrival.took() >= 80 * MS);
  }

  @Test
  void addsWhatAFaultDoesToWhatTheLinkDoes() {
    Ride ride = new Ride(1, LinkShape.losing(0.5));
    ride.topology.impair(THERE, CAUSE, Impairment.lossOf(0.5));

    assertThat(ride.topology.impairment(PHONE, TABLET).loss()).isEqualTo(0.75);
    ride.topology.endImpairment(THERE, CAUSE);
    assertThat(ride.topology.impairment(PHONE, TABLET).loss()).isEqualTo(0.5);
  }

  private record Arrival(int number, long took) {}

  /** A link of that shape, and what came over it. */
  private static final class Ride implements Air.Listener {
    private final RunLoop loop;
    private final Topology topology;
    private final Air air;
    private final List<Long> sent = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private long last;

    Ride(long seed, LinkShape shape) {
      this(seed, shape, List.of());
    }

    Ride(long seed, LinkShape shape, List<Link> links) {
      Network plain = Places.wifi("home", "10.0.0.0/24", PHONE, TABLET);
      Network home =
          new Network(
              plain.name(),
              plain.type(),
              plain.members(),
              plain.subnet(),
              false,
              false,
              plain.latencyMin(),
              plain.latencyMax(),
              shape);
      loop = RunLoop.open(seed);
      topology = Places.of(links, home);
      air = new Air(loop, topology, this::comeOut, this);
      loop.close();
    }

    private void comeOut(Frame frame) {
      air.arrived(frame);
    }

    /** Frames in a row, some in a rush and some not, and all that comes of them. */
    void send() {
      IntStream.range(0, FRAMES)
          .forEach(
              number -> {
                sendOne(number);
                loop.runFor(Duration.ofMillis(number % 7));
              });
      loop.runFor(Duration.ofSeconds(60));
    }

    void sendAtOnce(int count) {
      IntStream.range(0, count).forEach(this::sendOne);
      loop.runFor(Duration.ofSeconds(10));
    }

    private void sendOne(int number) {
      sent.add(loop.nowNanos());
      air.transmit(new Frame(PHONE, TABLET, Bearer.WIFI, new Payload.SessionOpen(number)));
    }

    List<Integer> numbers() {
      return arrivals.stream().map(Arrival::number).toList();
    }

    long lastArrival() {
      return last;
    }

    @Override
    public void arrived(Frame frame) {
      int number = ((Payload.SessionOpen) frame.payload()).session();
      last = loop.nowNanos();
      arrivals.add(new Arrival(number, last - sent.get(number)));
    }

    @Override
    public void noted(String what, Frame frame, String detail) {
      // The log is not asked here.
    }
  }
}
