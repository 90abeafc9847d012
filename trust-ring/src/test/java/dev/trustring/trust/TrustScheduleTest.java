package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.BOB;
import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people, radios and crashes do in whatever order, these rules hold after each step. */
class TrustScheduleTest {
  private static final int STEPS = 300;
  private static final List<PkgName> APPS = List.of(NOTES, CHESS);

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keepsItsRulesInEverySchedule(long seed) {
    Story story = new Story(seed);

    for (int step = 0; step < STEPS; step++) {
      story.somethingHappens();
      story.world.devices().forEach(device -> rulesHold(story, device));
    }

    story.timeRunsOut();
    assertThat(story.world.devices()).allMatch(device -> device.sessions.equals(Sessions.NONE));
    assertThat(story.world.devices()).allMatch(device -> device.timers.isEmpty());
  }

  @Test
  void getsFarEnoughToMeetEveryEnding() {
    Set<BindReason> wanted =
        Set.of(
            BindReason.OK,
            BindReason.TIMEOUT,
            BindReason.CONFIRM_TIMEOUT,
            BindReason.PEER_REJECTED,
            BindReason.PIN_INPUT_CANCELLED,
            BindReason.PIN_DISPLAY_CANCELLED,
            BindReason.PIN_WRONG_TOO_OFTEN,
            BindReason.SESSION_CLOSED,
            BindReason.ALREADY_TRUSTED,
            BindReason.SINK_BUSY);
    Set<BindReason> endings = new TreeSet<>();
    LongStream.range(0, 200)
        .takeWhile(seed -> !endings.containsAll(wanted))
        .forEach(
            seed -> {
              Story story = new Story(seed);
              IntStream.range(0, STEPS).forEach(step -> story.somethingHappens());
              for (TrustWorld.Device device : story.world.devices()) {
                device.all(TrustEffect.BindEnded.class).forEach(e -> endings.add(e.reason()));
              }
            });

    assertThat(endings).containsAll(wanted);
  }

  private static void rulesHold(Story story, TrustWorld.Device device) {
    for (TrustWorld.Device peer : story.world.devices()) {
      for (PkgName app : APPS) {
        noAccessWithoutARowOfItsOwn(device, peer, app);
      }
    }
    everyTimerBelongsToADialogue(device);
    everyBondRowHasItsCredential(device);
    assertThat(device.state.rows()).extracting(AccessRow::key).doesNotHaveDuplicates();
    assertThat(device.state.credentials()).doesNotHaveDuplicates();
    assertThat(device.state.rows()).noneMatch(row -> row.peer().equals(device.identity.udid()));
  }

  private static void noAccessWithoutARowOfItsOwn(
      TrustWorld.Device device, TrustWorld.Device peer, PkgName app) {
    if (device.mayTalkTo(peer, app)) {
      assertThat(device.state.rows())
          .anyMatch(row -> row.peer().equals(peer.identity.udid()) && !row.isLinkOnly());
    }
  }

  private static void everyTimerBelongsToADialogue(TrustWorld.Device device) {
    for (TimerKey key : device.timers) {
      if (key instanceof TimerKey.OfBind bind) {
        assertThat(device.sessions.bind().orElseThrow().id()).isEqualTo(bind.bind());
      } else if (key instanceof TimerKey.OfAccountHello hello) {
        assertThat(device.sessions.hellos()).anyMatch(auth -> auth.peer().equals(hello.peer()));
      }
    }
  }

  private static void everyBondRowHasItsCredential(TrustWorld.Device device) {
    for (AccessRow row : device.state.rows()) {
      if (row.bundle().isPresent()) {
        assertThat(device.state.credentialsTowards(row.peer())).isNotEmpty();
      }
    }
  }

  /** Three devices and a die. */
  private static final class Story {
    final TrustWorld world;
    private final SplittableRandom die;

    /** Some stories are calm, some are not. */
    private final int breaksInHundred;

    Story(long seed) {
      world = new TrustWorld(seed);
      die = new SplittableRandom(seed);
      breaksInHundred = (int) seed % 10;
      List.of("phone", "tablet", "watch").forEach(world::device);
    }

    void somethingHappens() {
      TrustWorld.Device device = oneOf(world.devices());
      int roll = die.nextInt(100);
      if (roll < breaksInHundred) {
        somethingBreaks(device);
      } else if (roll < 20) {
        aPersonActs(device);
      } else if (roll < 50) {
        theDialogueGoesOn(device);
      } else {
        aLetterArrives();
      }
    }

    /** No letter and no person any more: every timer fires in the end. */
    void timeRunsOut() {
      for (TrustWorld.Device device : world.devices()) {
        while (!device.timers.isEmpty()) {
          fire(device, device.timers.iterator().next());
          world.loseAll();
        }
      }
    }

    private void aLetterArrives() {
      if (!world.table.isEmpty()) {
        world.deliver(0);
      }
    }

    private void aPersonActs(TrustWorld.Device device) {
      TrustWorld.Device peer = oneOf(world.devices());
      switch (die.nextInt(6)) {
        case 0 -> device.logsIn(oneOf(List.<AccountId>of(ALICE, BOB)));
        case 1 -> device.logsOut();
        case 2 -> device.asked(new Trust.Unbind(peer.identity, oneOf(APPS)));
        case 3 -> {
          if (peer != device) {
            device.sees(peer);
          }
        }
        default ->
            device.bindsWith(peer, oneOf(APPS), oneOf(List.of(BindLevel.APP, BindLevel.USER)));
      }
    }

    private void theDialogueGoesOn(TrustWorld.Device device) {
      BindId bind = device.sessions.bind().map(b -> b.id()).orElse(new BindId("none"));
      if (die.nextInt(20) == 0) {
        device.asked(new Trust.CancelPin(bind));
        return;
      }
      boolean friendly = die.nextInt(4) > 0;
      device.asked(
          new Trust.AnswerConfirm(
              bind, friendly ? ConfirmChoice.ALLOW_ONCE : oneOf(List.of(ConfirmChoice.values()))));
      int pin =
          world.devices().stream()
              .flatMap(d -> d.sessions.bind().stream())
              .filter(session -> session.id().equals(bind))
              .mapToInt(session -> session.pin())
              .max()
              .orElse(0);
      device.asked(new Trust.TypePin(bind, die.nextInt(3) > 0 ? pin + 1 : pin));
    }

    private void somethingBreaks(TrustWorld.Device device) {
      switch (die.nextInt(4)) {
        case 0 -> world.disconnect(device, oneOf(world.devices()));
        case 1 -> device.crashes();
        case 2 -> world.loseAll();
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
