package dev.trustring.sim.bench;

import akka.actor.typed.ActorSystem;
import com.typesafe.config.ConfigFactory;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmSnapshot;
import dev.trustring.atm.AtmState;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.sim.disk.EventSerializer;
import java.io.NotSerializableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What the AccessTokenManager costs: verifying by id and name among few tokens and many, memory per
 * token, a question and a change through its actor, and reading its events again.
 *
 * @param progress takes a line now and then
 */
record TokenCost(Consumer<String> progress, TokenCost.Effort effort) {

  private static final int ROUNDS = 5;
  private static final int ASKED = 1 << 10;
  private static final int EACH = 5;
  private static final int APPS_RECOVERED = 10;
  private static final double NANOS = 1e9;
  private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024;
  private static final TokenIdentity APP = identity(0);
  private static final String ATM_EVENT = "Atm.Event:1";
  private static final List<PermissionName> NAMES =
      PermissionCatalogue.standard().all().stream()
          .filter(definition -> definition.isForApps())
          .map(definition -> definition.name())
          .toList();

  /**
   * How much to do.
   *
   * @param sizes numbers of tokens
   * @param events how many to read again
   * @param calls how many thousand verifications, and messages to the actor
   */
  record Effort(List<Integer> sizes, int events, int calls) {
    static final Effort FULL = new Effort(List.of(10, 1_000, 100_000), 10_000, 5_000);

    Effort {
      sizes = List.copyOf(sizes);
    }
  }

  Table run() {
    List<List<String>> rows = new ArrayList<>();
    for (int size : effort.sizes()) {
      rows.addAll(verifying(size));
    }
    rows.addAll(roundTrips());
    rows.addAll(recovery());
    return new Table(
        "tokens",
        List.of("what", "cost"),
        rows,
        List.of(
            "verify: by token id and name, "
                + EACH
                + " permissions an app; any: ids at random from",
            "all, so most are in no cache; few: 16 apps asked again and again; best of " + ROUNDS,
            "round trip: one message after the other, events kept in memory",
            "recovery: from the bytes that a disk keeps, without the disk's own time"));
  }

  private List<List<String>> verifying(int size) {
    progress.accept(size + " tokens");
    double before = Machine.heapMebibytes();
    AtmState state = state(size);
    double bytes = (Machine.heapMebibytes() - before) * BYTES_PER_MEBIBYTE / size;
    String tokens = String.format(Locale.ROOT, "%,d tokens", size);
    return List.of(
        List.of("verify, any of " + tokens, nanos(state, size)),
        List.of("verify, few of " + tokens, nanos(state, Math.min(size, 16))),
        List.of("memory, " + tokens, String.format(Locale.ROOT, "%.0f bytes a token", bytes)));
  }

  private String nanos(AtmState state, int among) {
    SplittableRandom random = new SplittableRandom(1);
    int questions = among > ASKED ? ASKED * ASKED / 4 : ASKED;
    TokenId[] ids = new TokenId[questions];
    PermissionName[] names = new PermissionName[questions];
    for (int i = 0; i < questions; i++) {
      int app = random.nextInt(among);
      ids[i] = id(app);
      names[i] = name(app, random.nextInt(EACH));
    }
    long calls = effort.calls() * 1000L;
    double best = Double.POSITIVE_INFINITY;
    long granted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Stopwatch watch = new Stopwatch();
      for (long call = 0; call < calls; call++) {
        int which = (int) call & (questions - 1);
        granted += state.isGranted(ids[which], names[which]) ? 1 : 0;
      }
      best = Math.min(best, watch.lap().seconds() * NANOS / calls);
    }
    if (granted == 0) {
      throw new BenchException("nothing was granted");
    }
    return String.format(Locale.ROOT, "%.1f ns", best);
  }

  private List<List<String>> roundTrips() {
    progress.accept("round trips");
    ActorSystem<Object> system =
        ActorSystem.create(
            TokenRoundTripActor.create(APP),
            "tokens",
            ConfigFactory.parseString(
                    """
                    akka.loglevel = OFF
                    akka.stdout-loglevel = OFF
                    akka.persistence.journal.plugin = "akka.persistence.journal.inmem"
                    """)
                .withFallback(ConfigFactory.load()));
    try {
      return List.of(
          List.of("round trip of a question", micros(system, Optional.empty())),
          List.of(
              "round trip of a change",
              micros(system, Optional.of(PermissionName.DISTRIBUTED_DATASYNC))));
    } finally {
      system.terminate();
    }
  }

  private String micros(ActorSystem<Object> system, Optional<PermissionName> changed) {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      CountDownLatch done = new CountDownLatch(1);
      Stopwatch watch = new Stopwatch();
      system.tell(new TokenRoundTripActor.Run(effort.calls(), APP, changed, done));
      Peers.await(done, "answers");
      best = Math.min(best, watch.lap().seconds() * 1e6 / effort.calls());
    }
    return String.format(Locale.ROOT, "%.1f us", best);
  }

  private List<List<String>> recovery() {
    progress.accept("recovery");
    EventSerializer serializer = new EventSerializer();
    List<byte[]> stored = history().stream().map(serializer::toBinary).toList();
    double best = Double.POSITIVE_INFINITY;
    double first = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Stopwatch watch = new Stopwatch();
      AtmState state = AtmState.EMPTY;
      for (byte[] event : stored) {
        state = ((Atm.Event) read(serializer, event)).appliedTo(state);
      }
      double seconds = watch.lap().seconds();
      first = round == 0 ? seconds : first;
      best = Math.min(best, seconds);
      if (state.tokens().size() != APPS_RECOVERED) {
        throw new BenchException("recovered " + state.tokens().size() + " apps");
      }
    }
    return List.of(
        List.of(
            String.format(Locale.ROOT, "recovery of %,d events", stored.size()),
            String.format(Locale.ROOT, "%.0f ms, first time %.0f ms", best * 1e3, first * 1e3)));
  }

  private static Object read(EventSerializer serializer, byte[] event) {
    try {
      return serializer.fromBinary(event, ATM_EVENT);
    } catch (NotSerializableException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Some apps, and then changes of one permission after the other. */
  private List<Atm.Event> history() {
    List<Atm.Event> events = new ArrayList<>(AtmSnapshot.of(state(APPS_RECOVERED)).history());
    for (int i = 0; events.size() < effort.events(); i++) {
      boolean grant = i / APPS_RECOVERED % 2 == 0;
      events.add(
          new Atm.Event.PermissionChanged(
              identity(i % APPS_RECOVERED),
              name(i % APPS_RECOVERED, 0),
              new GrantState(!grant, 2),
              new GrantState(grant, 2)));
    }
    return events;
  }

  private static AtmState state(int apps) {
    AtmState state = AtmState.EMPTY;
    for (int app = 0; app < apps; app++) {
      state = new Atm.Event.TokenCreated(token(app)).appliedTo(state);
    }
    return state;
  }

  private static HapToken token(int app) {
    TreeMap<PermissionName, GrantState> held = new TreeMap<>();
    IntStream.range(0, EACH).forEach(i -> held.put(name(app, i), new GrantState(i % 2 == 0, 2)));
    return new HapToken(identity(app), id(app), ProvisionProfile.ORDINARY, held);
  }

  private static TokenIdentity identity(int app) {
    return TokenIdentity.of("com.example.app" + app);
  }

  /** Spread over the 20 bits, each once, as chance would. */
  private static TokenId id(int app) {
    return TokenId.hap(app * 0x9E375 & TokenId.UNIQUE_MAX, false);
  }

  private static PermissionName name(int app, int which) {
    return NAMES.get((app * EACH + which * 7) % NAMES.size());
  }
}
