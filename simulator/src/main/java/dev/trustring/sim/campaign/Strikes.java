package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.Chaos.FaultClass;
import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.config.text.DrawRange;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import dev.trustring.kv.decision.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws which classes of faults a run has, and when each strikes whom. Every fault of the simulator
 * can be drawn, since its parameters say of what kind they are.
 */
final class Strikes {

  /** Remedies, which the end of a run brings by itself. */
  private static final Set<String> REMEDIES = Set.of("heal", "restart");

  private static final String FOR = "for";
  private static final String FROM = "from";
  private static final DrawRange USUAL_RATE = range("log:0.3..6");
  private static final DrawRange USUAL_LENGTH = range("1s..20s");

  /**
   * A run that is longer is struck as often as one of this length, at rates that the file does not
   * give. Otherwise a story of hours would be drawn longer than a scenario may be, and be one in
   * which nobody finds anything.
   */
  private static final Duration USUAL_RATE_FOR = Duration.ofMinutes(5);

  /** What a parameter is drawn from where the file does not say, by fault and name. */
  private static final Map<String, DrawRange> USUAL =
      Map.ofEntries(
          Map.entry("clock-skew.by", range("-5m..5m")),
          Map.entry("clock-strobe.by", range("-5m..5m")),
          Map.entry("clock-strobe.every", range("log:200ms..5s")),
          Map.entry("clock-drift.ppm", range("log:10..500000")),
          Map.entry("delay.by", range("log:10ms..3s")),
          Map.entry("slow-tail.by", range("log:50ms..3s")),
          Map.entry("flapping.down", range("log:500ms..5s")),
          Map.entry("flapping.up", range("log:500ms..10s")),
          Map.entry("bandwidth.bytes", range("log:2000..200000")),
          Map.entry("cut-handshake.after", range("80..200")));

  private static final DrawRange USUAL_SHARE = range("log:0.01..0.5");

  private final Cast cast;
  private final Dice dice;
  private final Duration end;

  /**
   * The faults of one run.
   *
   * @param end when all of them are over
   */
  Strikes(Cast cast, Dice dice, Duration end) {
    this.cast = cast;
    this.dice = dice;
    this.end = end;
  }

  private static DrawRange range(String text) {
    return DrawRange.of(Nodes.text(text)).orElseThrow();
  }

  /** The classes that can strike this story, with what they are drawn from. */
  static List<FaultClass> fitting(Cast cast, List<FaultSpec> all) {
    return all.stream()
        .filter(spec -> !REMEDIES.contains(spec.kind()))
        .filter(spec -> fits(cast, spec))
        .map(
            spec -> new FaultClass(spec, Optional.empty(), Map.of(), new Origin(spec.kind(), 1, 1)))
        .toList();
  }

  private static boolean fits(Cast cast, FaultSpec spec) {
    boolean wantsTwo =
        spec.params().stream()
            .anyMatch(
                param ->
                    param.type() == FaultParam.Type.GROUPS
                        || param.name().equals(FROM)
                        || param.type() == FaultParam.Type.DEVICES);
    boolean wantsNetwork =
        spec.params().stream().anyMatch(param -> param.type() == FaultParam.Type.NETWORK);
    boolean wantsApp =
        spec.params().stream().anyMatch(param -> param.type() == FaultParam.Type.APP);
    return (!wantsTwo || cast.devices().size() > 1)
        && (!wantsNetwork || !cast.accessPoints().isEmpty())
        && (!wantsApp || !cast.apps().isEmpty())
        && (!spec.kind().equals("cut-handshake") || cast.hasBinds());
  }

  /** The strikes of those classes that take part, half of them on the average. */
  List<Strike> draw(List<FaultClass> classes) {
    List<Strike> strikes = new ArrayList<>();
    for (FaultClass one : classes) {
      if (dice.half()) {
        double perMinute =
            one.perMinute().isPresent()
                ? decimal(one.perMinute().get().draw(dice.random()))
                : usualRate();
        if (perMinute > 0) {
          strike(one, perMinute, strikes);
        }
      }
    }
    return strikes;
  }

  /** The same number of strikes in all, on the average, however long a long run is. */
  private double usualRate() {
    double perMinute = decimal(USUAL_RATE.draw(dice.random()));
    return end.compareTo(USUAL_RATE_FOR) > 0
        ? perMinute * USUAL_RATE_FOR.toMillis() / end.toMillis()
        : perMinute;
  }

  private static double decimal(Node.Scalar number) {
    return Double.parseDouble(number.text());
  }

  private void strike(FaultClass one, double perMinute, List<Strike> strikes) {
    Duration at = dice.untilNext(perMinute);
    while (at.compareTo(end) < 0) {
      strikes.add(strike(one, at));
      at = at.plus(dice.untilNext(perMinute));
    }
  }

  private Strike strike(FaultClass one, Duration at) {
    Map<String, Node> drawn = new TreeMap<>();
    Optional<Duration> lasts = Optional.empty();
    for (FaultParam param : one.spec().params()) {
      Optional<Node> given = Optional.ofNullable(one.given().get(param.name()));
      Optional<Node> value =
          given.map(node -> taken(param, node)).or(() -> value(one, param, drawn));
      value.ifPresent(node -> drawn.put(param.name(), node));
    }
    if (one.spec().canLast()) {
      lasts = Optional.of(length(one, at));
    }
    return new Strike(one.spec(), at, lasts, drawn);
  }

  /** Never longer than to the end, so that nothing of it reaches into what comes then. */
  private Duration length(FaultClass one, Duration at) {
    Node given = one.given().get(FOR);
    DrawRange range =
        given == null
            ? USUAL_LENGTH
            : DrawRange.of(given)
                .orElseGet(() -> new DrawRange((Node.Scalar) given, (Node.Scalar) given, true));
    Duration drawn = Times.parse(range.draw(dice.random()).text()).orElseThrow();
    Duration left = end.minus(at);
    return drawn.compareTo(left) < 0 ? drawn : left;
  }

  /** What the file gives: a value, a range, or a list of which one is taken. */
  private Node taken(FaultParam param, Node given) {
    Optional<DrawRange> range = DrawRange.of(given);
    if (range.isPresent()) {
      return range.get().draw(dice.random());
    }
    return given instanceof Node.Sequence choice && !param.isList()
        ? dice.one(choice.items())
        : given;
  }

  private Optional<Node> value(FaultClass one, FaultParam param, Map<String, Node> drawn) {
    boolean left = !param.required() && (param.type() == FaultParam.Type.TEXT || dice.half());
    if (left) {
      return Optional.empty();
    }
    return Optional.of(isOfCast(param) ? ofCast(param, drawn) : ofNumbers(one.spec(), param));
  }

  private static boolean isOfCast(FaultParam param) {
    return switch (param.type()) {
      case DEVICE, NETWORK, DEVICES, GROUPS, APP -> true;
      case SHARE, WORD, FLAG, SPAN, DELAY, PERIOD, COUNT, TEXT -> false;
    };
  }

  private Node ofCast(FaultParam param, Map<String, Node> drawn) {
    return switch (param.type()) {
      case DEVICE -> device(param, drawn);
      case NETWORK -> Nodes.text(dice.one(cast.accessPoints()));
      case DEVICES -> devices(param, drawn);
      case GROUPS -> groups();
      default -> Nodes.text(app(drawn));
    };
  }

  private Node ofNumbers(FaultSpec spec, FaultParam param) {
    return switch (param.type()) {
      case SHARE -> USUAL_SHARE.draw(dice.random());
      case WORD -> Nodes.text(dice.one(param.words()));
      case FLAG -> Nodes.flag(dice.half());
      case TEXT -> throw new IllegalStateException(param.name() + " must be given");
      default -> usual(spec, param).draw(dice.random());
    };
  }

  private static DrawRange usual(FaultSpec spec, FaultParam param) {
    DrawRange usual = USUAL.get(spec.kind() + "." + param.name());
    return usual != null
        ? usual
        : range(param.type() == FaultParam.Type.COUNT ? "1..100" : "1s..9s");
  }

  /** The far end is another device than the near one, and has met it if it can. */
  private Node device(FaultParam param, Map<String, Node> drawn) {
    List<String> all = new ArrayList<>(cast.devices());
    Node from = drawn.get(FROM);
    if (from instanceof Node.Scalar scalar && !param.name().equals(FROM)) {
      all.remove(scalar.text());
      List<String> near =
          all.stream().filter(one -> cast.commonNetwork(one, scalar.text()).isPresent()).toList();
      return Nodes.text(dice.one(near.isEmpty() ? all : near));
    }
    return Nodes.text(dice.one(all));
  }

  private Node devices(FaultParam param, Map<String, Node> drawn) {
    if (drawn.get("network") instanceof Node.Scalar network) {
      return Nodes.texts(dice.some(cast.membersOf(network.text()), 1));
    }
    List<String> all = new ArrayList<>(cast.devices());
    if (drawn.get(FROM) instanceof Node.Sequence from) {
      from.items().forEach(item -> all.remove(((Node.Scalar) item).text()));
      return Nodes.texts(dice.some(all, 1));
    }
    boolean leavesOne = param.name().equals(FROM);
    List<String> some = new ArrayList<>(dice.some(all, 1));
    if (leavesOne && some.size() == all.size()) {
      some.remove(some.size() - 1);
    }
    return Nodes.texts(some);
  }

  private Node groups() {
    List<String> one = new ArrayList<>(dice.some(cast.devices(), 1));
    if (one.size() == cast.devices().size()) {
      one.remove(one.size() - 1);
    }
    List<String> other = new ArrayList<>(cast.devices());
    other.removeAll(one);
    return Nodes.list(List.of(Nodes.texts(one), Nodes.texts(other)));
  }

  private String app(Map<String, Node> drawn) {
    List<String> here =
        drawn.get("device") instanceof Node.Scalar device ? cast.appsOn(device.text()) : List.of();
    return dice.one(here.isEmpty() ? cast.apps() : here);
  }
}
