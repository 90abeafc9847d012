package dev.trustring.kv.store;

import static dev.trustring.kv.store.StoreFixture.PHONE;
import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random commands in random order, the clock jumping about, and what always holds. */
class KvStoreRandomCommandsTest {
  private static final List<DeviceName> PEERS = List.of(TABLET, WATCH);
  private static final List<SecurityLabel> LABELS = List.of(SecurityLabel.values());

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keepsItsInvariants(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<KvStore.Event> events = new ArrayList<>();
    StoreState state = StoreState.ABSENT;
    for (int step = 0; step < 120; step++) {
      KvStore.Command command = anyCommand(random, state);
      long now = random.nextLong(1000, 3000);
      StoreDecision decision = StoreRules.decide(state, command, new StoreInputs(PHONE, now));
      StoreState before = state;
      state = applied(before, decision.events());
      events.addAll(decision.events());
      assertInvariants(before, command, decision, state);
    }
    assertThat(applied(StoreState.ABSENT, events)).isEqualTo(state);
  }

  static List<Long> seeds() {
    return java.util.stream.LongStream.rangeClosed(1, 60).boxed().toList();
  }

  private static void assertInvariants(
      StoreState before, KvStore.Command command, StoreDecision decision, StoreState after) {
    boolean movesMark = command instanceof KvStore.Command.MoveSendMark;
    assertThat(after.lastTime()).isGreaterThanOrEqualTo(before.lastTime());
    for (DeviceName peer : PEERS) {
      assertThat(after.receiveMark(peer)).isGreaterThanOrEqualTo(before.receiveMark(peer));
      if (!movesMark) {
        assertThat(after.sendMark(peer)).isEqualTo(before.sendMark(peer));
      }
    }
    assertThat(after.rows().keySet()).containsAll(before.rows().keySet());
    after
        .rows()
        .forEach(
            (id, row) -> {
              Row earlier = before.rows().get(id);
              assertThat(row.id()).isEqualTo(id);
              assertThat(row.timestamp()).isLessThanOrEqualTo(after.lastTime());
              assertThat(row.isLocal() ? row.origin() : PHONE).isEqualTo(PHONE);
              if (earlier != null && !earlier.equals(row)) {
                assertThat(row.writeTimestamp()).isGreaterThan(earlier.writeTimestamp());
              }
            });
    if (decision.reply() instanceof KvStore.Reply.Refused
        || decision.reply() instanceof KvStore.Reply.MarkTooFar) {
      assertThat(after).isEqualTo(before);
    }
    if (decision.reply() instanceof KvStore.Reply.Collected collected) {
      assertThat(collected.batch().rows()).allMatch(Row::isLocal);
      assertThat(collected.batch().endMark()).isGreaterThanOrEqualTo(collected.batch().startMark());
    }
  }

  private static StoreState applied(StoreState before, List<KvStore.Event> events) {
    StoreState state = before;
    for (KvStore.Event event : events) {
      state = event.appliedTo(state);
    }
    return state;
  }

  private static KvStore.Command anyCommand(SplittableRandom random, StoreState state) {
    DeviceName peer = PEERS.get(random.nextInt(2));
    Key key = Key.of("k" + random.nextInt(4));
    return switch (random.nextInt(10)) {
      case 0 -> open(random);
      case 1, 2 -> new KvStore.Command.Put(key, StoreFixture.text("v" + random.nextInt(100)));
      case 3 -> new KvStore.Command.Delete(key);
      case 4 ->
          new KvStore.Command.Collect(
              peer, Optional.empty(), Optional.empty(), PacketLimits.PLATFORM);
      case 5 -> new KvStore.Command.MoveSendMark(peer, random.nextInt(3500));
      case 6 -> new KvStore.Command.Get(key);
      case 7 -> StoreFixture.batch(List.of(key.text(), "k1"), List.of("b1", "b2"));
      default -> save(random, state, peer, key);
    };
  }

  private static KvStore.Command open(SplittableRandom random) {
    SecurityLabel label = LABELS.get(random.nextInt(5));
    KvStoreType type =
        random.nextInt(4) == 0 ? KvStoreType.DEVICE_COLLABORATION : KvStoreType.SINGLE_VERSION;
    return new KvStore.Command.Open(StoreFixture.options(type, label));
  }

  private static KvStore.Command save(
      SplittableRandom random, StoreState state, DeviceName peer, Key key) {
    boolean collaboration =
        state
            .options()
            .filter(options -> options.type() == KvStoreType.DEVICE_COLLABORATION)
            .isPresent();
    long time = random.nextLong(500, 3500);
    Optional<Value> value =
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(StoreFixture.text("theirs"));
    Row row =
        new Row(
            new RowId(collaboration ? peer.value() : "", key),
            value,
            time,
            time,
            Optional.empty(),
            peer);
    long start = random.nextInt(3) == 0 ? time : Math.min(time, state.receiveMark(peer));
    return new KvStore.Command.Save(
        peer, new Batch(List.of(row), start, time + 1), random.nextInt(1000) - 500);
  }
}
