package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.CallExpectation;
import dev.trustring.config.text.DrawRange;
import dev.trustring.config.text.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Draws what apps do with their stores, and has apps that ended open their stores again. */
final class Operations {

  private static final DrawRange USUAL_COUNT = DrawRange.of(Nodes.text("10..40")).orElseThrow();

  /** How long after its process ended, or its device is on again, an app opens its stores. */
  private static final Duration REOPENED_AFTER = Duration.ofSeconds(2);

  /** Few keys, so that writes meet. */
  private static final List<String> KEYS = List.of("k1", "k2", "k3");

  private static final String OPEN = "distributedKVStore.getKVStore";

  private static final String CLOSE = "distributedKVStore.closeKVStore";

  private static final List<String> MODES =
      List.of("PUSH_ONLY", "PUSH_ONLY", "PULL_ONLY", "PUSH_PULL");

  private static final List<String> WHAT =
      List.of("put", "put", "put", "putBatch", "delete", "sync", "sync", "sync");

  /** The faults that end with a device that starts. */
  private static final Set<String> POWER_CUTS =
      Set.of("crash", "stop", "lost-writes", "torn-writes");

  /** The faults that end the process of an app. */
  private static final Set<String> APP_ENDS = Set.of("revoke", "uninstall");

  /** The fault after which an app has to close its stores and open them again. */
  private static final String DAMAGE = "damage-file";

  /** Between the last close of a store and its next opening. */
  static final Duration CLOSED = Duration.ofSeconds(1);

  private final Cast cast;
  private final Dice dice;

  Operations(Cast cast, Dice dice) {
    this.cast = cast;
    this.dice = dice;
  }

  /** The steps of one run, in no particular order. */
  List<Node> draw(DrawRange count, Duration end, List<Strike> strikes) {
    List<Node> steps = new ArrayList<>();
    List<Cast.Store> stores = cast.stores();
    if (stores.isEmpty()) {
      return steps;
    }
    long operations = Long.parseLong(count.draw(dice.random()).text());
    for (int number = 1; number <= operations; number++) {
      steps.add(operation(dice.one(stores), dice.before(end), number));
    }
    for (Strike strike : strikes) {
      damagedBy(strike)
          .forEach(store -> steps.addAll(mended(store, strike.word("device"), strike, steps)));
      String device = strike.word("device");
      Duration at = strike.over().plus(REOPENED_AFTER);
      stores.stream()
          .filter(store -> ends(strike, store.app()))
          .filter(store -> cast.having(store.app()).contains(device))
          .forEach(store -> steps.add(open(store, List.of(device), at)));
    }
    return steps;
  }

  /** Whether the process of an app, if it runs there, ends with a strike. */
  private static boolean ends(Strike strike, String app) {
    String kind = strike.spec().kind();
    return POWER_CUTS.contains(kind) || (APP_ENDS.contains(kind) && strike.word("app").equals(app));
  }

  /** What an app does about a store of which it hears that the file is damaged. */
  private List<Node> mended(Cast.Store store, String device, Strike strike, List<Node> before) {
    Duration at = strike.over().plus(REOPENED_AFTER);
    List<Node> steps = new ArrayList<>(closed(store, device, openings(store, before), at));
    steps.add(open(store, List.of(device), at.plus(CLOSED)));
    return steps;
  }

  /** The stores whose files a strike damages; none if it is another fault. */
  private List<Cast.Store> damagedBy(Strike strike) {
    return cast.stores().stream()
        .filter(store -> damages(strike, store))
        .filter(store -> cast.having(store.app()).contains(strike.word("device")))
        .toList();
  }

  static boolean damages(Strike strike, Cast.Store store) {
    return strike.spec().kind().equals(DAMAGE) && strike.word("app").equals(store.app());
  }

  /** How often a store is opened at most, in the story and in those steps. */
  long openings(Cast.Store store, List<Node> steps) {
    return cast.openings(store) + steps.stream().filter(step -> opens(step, store)).count();
  }

  private static boolean opens(Node step, Cast.Store store) {
    return opens(step) && Nodes.word(step, "app").filter(store.app()::equals).isPresent();
  }

  /** So many closes of a store, since only as many as there were opens close it. */
  static List<Node> closed(Cast.Store store, String on, long times, Duration at) {
    Node.Mapping arguments = Nodes.object("storeId", Nodes.text(store.id()));
    return LongStream.range(0, times)
        .<Node>mapToObj(time -> step(at, List.of(on), store.app(), CLOSE, arguments))
        .toList();
  }

  static DrawRange usualCount() {
    return USUAL_COUNT;
  }

  /** Whether an app opens a store in that step. */
  static boolean opens(Node step) {
    return Nodes.word(step, "call").filter(OPEN::equals).isPresent();
  }

  /** The step in which an app opens a store on some devices. */
  static Node open(Cast.Store store, List<String> on, Duration at) {
    return step(at, on, store.app(), OPEN, Nodes.object("storeId", Nodes.text(store.id())));
  }

  /** The step in which an app pushes a store from a device to others. */
  static Node push(Cast.Store store, String from, List<String> to, Duration at) {
    return step(at, List.of(from), store.app(), "SingleKVStore.sync", sync(store, to, "PUSH_ONLY"));
  }

  private Node operation(Cast.Store store, Duration at, int number) {
    String device = dice.one(cast.having(store.app()));
    String what = dice.one(WHAT);
    return step(
        at,
        List.of(device),
        store.app(),
        "SingleKVStore." + what,
        arguments(store, device, what, number));
  }

  private Node.Mapping arguments(Cast.Store store, String device, String what, int number) {
    Node id = Nodes.text(store.id());
    return switch (what) {
      case "put" -> Nodes.object("storeId", id, "key", key(), "value", Nodes.text("v" + number));
      case "putBatch" -> Nodes.object("storeId", id, "entries", entries(number));
      case "delete" -> Nodes.object("storeId", id, "key", key());
      default -> sync(store, dice.some(cast.partners(device, store.app()), 1), dice.one(MODES));
    };
  }

  private Node key() {
    return Nodes.text(dice.one(KEYS));
  }

  private Node entries(int number) {
    List<Node> entries = new ArrayList<>();
    for (String key : dice.some(KEYS, 1)) {
      entries.add(Nodes.object("key", Nodes.text(key), "value", Nodes.text("v" + number)));
    }
    return Nodes.list(entries);
  }

  private static Node.Mapping sync(Cast.Store store, List<String> to, String mode) {
    return Nodes.object(
        "storeId", Nodes.text(store.id()), "deviceIds", Nodes.texts(to), "mode", Nodes.text(mode));
  }

  /** The step in which an app makes a call on some devices, which may come to any end. */
  static Node.Mapping step(
      Duration at, List<String> on, String app, String call, Node.Mapping arguments) {
    return Nodes.object(
        "at",
        Nodes.span(at),
        "on",
        on.size() == 1 ? Nodes.text(on.get(0)) : Nodes.texts(on),
        "app",
        Nodes.text(app),
        "call",
        Nodes.text(call),
        "args",
        arguments,
        "throws",
        Nodes.text(CallExpectation.MAYBE));
  }
}
