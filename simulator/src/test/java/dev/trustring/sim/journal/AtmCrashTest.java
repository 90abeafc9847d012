package dev.trustring.sim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Behaviors;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmActor;
import dev.trustring.atm.AtmFact;
import dev.trustring.atm.AtmState;
import dev.trustring.atm.Documentation;
import dev.trustring.atm.TokenCaller;
import dev.trustring.atm.TokenCommand;
import dev.trustring.atm.install.HapInfoParams;
import dev.trustring.atm.install.HapPolicyParams;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import dev.trustring.atm.uptime.AppActivity;
import dev.trustring.sim.loop.SharedWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An AccessTokenManager whose device loses power at any moment, with snapshots and without. */
class AtmCrashTest {
  private static final String PHONE = "phone/atm";
  private static final int LIVES = 5;
  private static final int SEEDS = 25;
  private static final int NEVER = Integer.MAX_VALUE;
  private static final List<TokenIdentity> APPS =
      IntStream.range(0, 3)
          .mapToObj(
              instance ->
                  new TokenIdentity(new BundleName("com.example.app"), UserId.FIRST, instance))
          .toList();
  private static final List<PermissionName> NAMES =
      Stream.of("CAMERA", "LOCATION", "DISTRIBUTED_DATASYNC", "APPROXIMATELY_LOCATION")
          .map(PermissionName::of)
          .toList();

  @ParameterizedTest(name = "a snapshot every {0} events")
  @ValueSource(ints = {1, 3, NEVER})
  void comesBackWithAllThatWasFlushedAndNothingElse(int snapshotEvery) {
    long lost =
        IntStream.range(0, SEEDS).mapToLong(seed -> crashRepeatedly(seed, snapshotEvery)).sum();

    assertThat(lost).as("writes overtaken by a cut, over all seeds").isGreaterThan(SEEDS);
  }

  private static long crashRepeatedly(int seed, int snapshotEvery) {
    try (SharedWorld world = SharedWorld.seeded(seed)) {
      RandomGenerator random = world.loop.random().stream("test");
      Disk disk = Disk.of(world.loop, "phone");
      for (int life = 0; life < LIVES; life++) {
        String when = "seed " + seed + ", life " + life;
        List<Atm.Event> before = stored(disk);
        List<Atm.Event> acknowledged = new ArrayList<>();
        ActorRef<AtmActor.Message> atm = start(world, snapshotEvery, acknowledged);
        for (int i = 0; i < 25; i++) {
          atm.tell(new AtmActor.Ask(anyCommand(random), world.system.ignoreRef()));
        }
        world.loop.runFor(Duration.ofNanos(random.nextLong(40_000_000)));
        world.loop.power().powerOff("phone");
        assertThat(stored(disk))
            .as(when)
            .startsWith(together(before, acknowledged).toArray(Atm.Event[]::new));

        List<Atm.Reply> answers = answers(world, start(world, snapshotEvery, acknowledged));
        assertThat(answers).as(when).isEqualTo(answersOf(replayed(disk)));
        world.loop.power().powerOff("phone");
      }
      return disk.writesLost();
    }
  }

  private static ActorRef<AtmActor.Message> start(
      SharedWorld world, int snapshotEvery, List<Atm.Event> acknowledged) {
    return world.start(
        "phone",
        AtmActor.create(
            PHONE,
            new AtmActor.Ports(
                PermissionCatalogue.standard(),
                new SplittableRandom(7),
                dialog -> {},
                acknowledged::add,
                () -> Instant.EPOCH,
                Documentation.SOURCES,
                effect -> {},
                snapshotEvery)));
  }

  private static Atm.Command anyCommand(RandomGenerator random) {
    TokenIdentity app = APPS.get(random.nextInt(APPS.size()));
    PermissionName name = NAMES.get(random.nextInt(NAMES.size()));
    int flag = List.of(1, 2, 64).get(random.nextInt(3));
    return switch (random.nextInt(8)) {
      case 0, 1 ->
          new TokenCommand.InitHapToken(
              TokenCaller.PACKAGE_MANAGER,
              HapInfoParams.of(app.bundle().value()).asInstance(app.instIndex(), app.instIndex()),
              HapPolicyParams.requesting(
                  NAMES.stream().map(PermissionName::value).toArray(String[]::new)));
      case 2 ->
          random.nextInt(4) == 0
              ? new Atm.Command.Uninstall(app)
              : new AtmFact.AppMoved(app, AppActivity.Phase.FOREGROUND);
      case 3, 4, 5 -> new Atm.Command.Grant(app, name, flag);
      default -> new Atm.Command.Revoke(app, name, flag);
    };
  }

  /** What it says of every app, once it has come up. */
  private static List<Atm.Reply> answers(SharedWorld world, ActorRef<AtmActor.Message> atm) {
    List<Atm.Reply> answers = new ArrayList<>();
    ActorRef<Atm.Reply> asker =
        world.startOnHost(
            "asker-" + world.loop.nowNanos(),
            Behaviors.receiveMessage(
                reply -> {
                  answers.add(reply);
                  return Behaviors.same();
                }));
    APPS.forEach(app -> atm.tell(new AtmActor.Ask(new Atm.Command.TokenOf(app), asker)));
    world.loop.runFor(Duration.ofSeconds(1));
    return answers;
  }

  private static List<Atm.Reply> answersOf(AtmState state) {
    return APPS.stream()
        .map(
            app ->
                state
                    .token(app)
                    .<Atm.Reply>map(Atm.Reply.TokenFound::new)
                    .orElseGet(() -> new Atm.Reply.NoToken(app)))
        .toList();
  }

  private static AtmState replayed(Disk disk) {
    AtmState state = AtmState.EMPTY;
    for (Atm.Event event : stored(disk)) {
      state = event.appliedTo(state);
    }
    return state;
  }

  private static List<Atm.Event> stored(Disk disk) {
    return disk.events(PHONE).stream().map(Atm.Event.class::cast).toList();
  }

  private static List<Atm.Event> together(List<Atm.Event> before, List<Atm.Event> acknowledged) {
    return Stream.concat(before.stream(), acknowledged.stream()).toList();
  }
}
