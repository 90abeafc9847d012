package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.bind.AuthCode;
import dev.trustring.trust.bind.BindAuth;
import dev.trustring.trust.bind.BindSession;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.BindRole;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.BindVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Binds of three devices whose messages are lost and doubled and whose people err and give up. In
 * every seventh story one of them is too old for the dialogue of the others, and in every seventh
 * they bind by codes, half of these with an old device.
 */
class BindScheduleTest {
  private static final int STEPS = 60;

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keepsItsRulesInEverySchedule(long seed) {
    Story story = new Story(seed);

    for (int step = 0; step < STEPS; step++) {
      story.somethingHappens();
      story.world.devices().forEach(device -> rulesHold(story, device));
    }

    story.everythingEnds();
    for (TrustWorld.Device one : story.world.devices()) {
      rulesHold(story, one);
      assertThat(one.sessions.bind()).isEmpty();
      assertThat(one.timers).isEmpty();
      story.world.devices().stream()
          .filter(other -> trusts(one, other) && !trusts(other, one))
          .filter(other -> !one.version.isOld() && !other.version.isOld())
          .forEach(other -> wasASinkWhoseLastWordWasLost(one, other));
    }
  }

  @Test
  void getsFarEnoughToMeetEveryKindOfEnd() {
    Set<BindReason> endings = new TreeSet<>();
    int oneSided = 0;
    for (long seed : seeds().toArray()) {
      Story story = new Story(seed);
      IntStream.range(0, STEPS).forEach(step -> story.somethingHappens());
      story.everythingEnds();
      for (TrustWorld.Device one : story.world.devices()) {
        one.all(TrustEffect.BindEnded.class).forEach(end -> endings.add(end.reason()));
        for (TrustWorld.Device other : story.world.devices()) {
          oneSided += trusts(one, other) && !trusts(other, one) ? 1 : 0;
        }
      }
    }

    assertThat(oneSided).isPositive();
    assertThat(endings)
        .contains(
            BindReason.OK,
            BindReason.TIMEOUT,
            BindReason.CONFIRM_TIMEOUT,
            BindReason.PEER_REJECTED,
            BindReason.USER_CANCELLED,
            BindReason.PIN_INPUT_CANCELLED,
            BindReason.PIN_DISPLAY_CANCELLED,
            BindReason.PIN_WRONG_TOO_OFTEN,
            BindReason.AUTH_CODE_INCORRECT,
            BindReason.NEXT_STATE_INVALID,
            BindReason.SESSION_CLOSED,
            BindReason.ALREADY_TRUSTED,
            BindReason.CONFIRM_NOT_SHOWN,
            BindReason.SINK_BUSY);
  }

  private static boolean trusts(TrustWorld.Device one, TrustWorld.Device other) {
    return one.state.hasRow(row -> row.peer().equals(other.identity.udid()) && !row.isLinkOnly());
  }

  private static void rulesHold(Story story, TrustWorld.Device device) {
    assertThat(device.all(TrustEffect.BindEnded.class))
        .as("a doubled message 80 may open a sink again, but a source ends once")
        .filteredOn(end -> end.role() == BindRole.SOURCE)
        .extracting(TrustEffect.BindEnded::bind)
        .doesNotHaveDuplicates();
    assertThat(device.timers)
        .filteredOn(key -> key instanceof TimerKey.OfBind)
        .extracting(key -> ((TimerKey.OfBind) key).bind())
        .allMatch(bind -> device.bind().equals(bind));
    for (TrustWorld.Device peer : story.world.devices()) {
      if (trusts(device, peer)) {
        assertThat(story.provenBetween(device, peer)).isTrue();
      }
      if (device.state.groups().hasPeerToPeer(OsAccountId.FIRST, peer.identity.udid())) {
        assertThat(device != peer && !story.provenBetween(device, peer)).isFalse();
        assertThat(device == peer || device.version.isOld() || peer.version.isOld()).isTrue();
      }
    }
    assertThat(device.state.keys().ofPeers())
        .allMatch(key -> device.state.hasCredential(key.credential()));
  }

  /** The only way to trust one-sidedly: message 201 was lost, so the source took its rows back. */
  private static void wasASinkWhoseLastWordWasLost(
      TrustWorld.Device sink, TrustWorld.Device source) {
    List<BindId> fine =
        sink.all(TrustEffect.BindEnded.class).stream()
            .filter(end -> end.role() == BindRole.SINK && end.reason() == BindReason.OK)
            .map(TrustEffect.BindEnded::bind)
            .toList();
    assertThat(source.all(TrustEffect.BindEnded.class))
        .anyMatch(
            end ->
                fine.contains(end.bind())
                    && end.role() == BindRole.SOURCE
                    && end.reason() != BindReason.OK);
  }

  /** Three devices and a die. */
  private static final class Story {
    final TrustWorld world;
    private final SplittableRandom die;
    private final int troublesInHundred;
    private final boolean byCode;
    private final List<String> told = new ArrayList<>();
    private final List<String> proven = new ArrayList<>();

    Story(long seed) {
      world = new TrustWorld(seed);
      die = new SplittableRandom(seed);
      troublesInHundred = (int) (seed % 5) * 3;
      byCode = seed % 7 == 5;
      List.of("phone", "tablet", "watch").forEach(world::device);
      if (seed % 7 == 3 || seed % 14 == 5) {
        world.device("watch").version = new BindVersion("5.0.3");
      }
    }

    /** Whether the right PIN was ever typed in a bind of the two, or they were told one code. */
    boolean provenBetween(TrustWorld.Device one, TrustWorld.Device other) {
      return proven.contains(pair(one, other)) || proven.contains(pair(other, one));
    }

    private static String pair(TrustWorld.Device source, TrustWorld.Device sink) {
      return source.identity + " " + sink.identity;
    }

    void somethingHappens() {
      TrustWorld.Device device = oneOf(world.devices());
      int roll = die.nextInt(100);
      if (roll < troublesInHundred) {
        somethingBreaks(device);
      } else if (roll < 20) {
        begins(device, oneOf(world.devices()));
      } else if (roll < 45) {
        device.sessions.bind().ifPresent(bind -> aPersonActs(device, bind));
      } else {
        lettersArrive(1 + die.nextInt(6));
      }
    }

    /** No letter and no person any more, and then every connection breaks or times out. */
    void everythingEnds() {
      world.loseAll();
      for (TrustWorld.Device device : world.devices()) {
        while (!device.timers.isEmpty()) {
          fire(device, device.timers.iterator().next());
          if (device.sessions.bind().isPresent() && die.nextInt(3) == 0) {
            device.asked(new Trust.PeerGone(device.sessions.bind().get().request().peer()));
          }
          world.loseAll();
        }
      }
    }

    private void begins(TrustWorld.Device source, TrustWorld.Device sink) {
      Optional<BindSession> before = source.sessions.bind();
      Trust.Reply reply = byCode ? bindsByCode(source, sink) : source.bindsWith(sink);
      assertThat(reply instanceof Trust.BindStarted).isEqualTo(before.isEmpty() && source != sink);
    }

    /** Two devices that were told one code at some time may bind, whoever meant them to. */
    private Trust.Reply bindsByCode(TrustWorld.Device source, TrustWorld.Device sink) {
      isTold(sink, "00000" + die.nextInt(3));
      isTold(source, "00000" + die.nextInt(3));
      return source.asked(
          new Trust.StartBind(
              sink.identity, NOTES, BindLevel.APP, AppToken.UNKNOWN, BindAuth.IMPORTED_CODE));
    }

    private void isTold(TrustWorld.Device device, String digits) {
      device.asked(new Trust.ImportAuthCode(new AuthCode(NOTES, AppToken.UNKNOWN, digits)));
      told.add(device.identity + " " + digits);
      for (TrustWorld.Device other : world.devices()) {
        if (other != device && told.contains(other.identity + " " + digits)) {
          proven.add(pair(device, other));
        }
      }
    }

    private void lettersArrive(int count) {
      for (int letter = 0; letter < count && !world.table.isEmpty(); letter++) {
        if (die.nextInt(100) < troublesInHundred / 2) {
          world.table.remove(0);
        } else if (die.nextInt(100) < troublesInHundred / 4) {
          world.table.add(0, world.table.get(0));
        } else {
          world.deliver(0);
        }
      }
    }

    private void aPersonActs(TrustWorld.Device device, BindSession bind) {
      boolean friendly = die.nextInt(8) > 0;
      device.confirms(friendly ? ConfirmChoice.ALLOW_ONCE : ConfirmChoice.REJECT);
      if (die.nextInt(12) == 0) {
        device.asked(new Trust.CancelPin(bind.id()));
        return;
      }
      TrustWorld.Device sink = world.device(bind.request().peer());
      int shown =
          sink.sessions.bind().filter(b -> b.id().equals(bind.id())).map(b -> b.pin()).orElse(0);
      int pin = die.nextInt(3) == 0 ? shown - 1 : shown;
      boolean typed = device.asked(new Trust.TypePin(bind.id(), pin)).equals(new Trust.Done());
      if (typed && pin == shown) {
        proven.add(pair(device, sink));
      }
    }

    private void somethingBreaks(TrustWorld.Device device) {
      switch (die.nextInt(4)) {
        case 0 -> world.disconnect(device, oneOf(world.devices()));
        case 1 -> world.loseAll();
        case 2 -> device.asked(new Trust.LockScreen(die.nextBoolean()));
        default -> {
          if (!device.timers.isEmpty()) {
            fire(device, oneOf(new ArrayList<>(device.timers)));
          }
        }
      }
    }

    private void fire(TrustWorld.Device device, TimerKey key) {
      device.timers.remove(key);
      device.asked(new Trust.TimerFired(key));
    }

    private <T> T oneOf(List<T> all) {
      return all.get(die.nextInt(all.size()));
    }
  }
}
