package dev.trustring.config.scenario;

import dev.trustring.config.scenario.Expectations.Always;
import dev.trustring.config.scenario.Expectations.DecisionExpectation;
import dev.trustring.config.scenario.Expectations.Delivered;
import dev.trustring.config.scenario.Expectations.Same;
import dev.trustring.config.scenario.Expectations.Sometimes;
import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Origin;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads what must come out. */
final class ExpectationReader {

  static final Words<DenyReason> REASONS =
      Words.of("reason", List.of(DenyReason.values()), DenyReason::code);

  static final Words<String> REPLICATION = Words.of("word", List.of("none"), Function.identity());

  private static final List<String> KEYS =
      List.of("always", "sometimes", "eventually", "decisions", "replication");
  private static final String SAME = "same";
  private static final String DELIVERED = "delivered";
  private static final Duration SHORTEST = Duration.ofMillis(1);
  static final int ATTEMPTS_MAX = 1_000_000;

  private final Draft draft;
  private final Selectors selectors;
  private final List<String> stops;

  ExpectationReader(Draft draft) {
    this.draft = draft;
    this.selectors = new Selectors(draft);
    this.stops = new ArrayList<>(draft.vocabulary().stages());
    stops.add("none");
  }

  /**
   * The expectations.
   *
   * @param end from when an {@code eventually} without {@code after} is counted
   */
  Expectations read(Node node, Duration end) {
    Fields fields = Fields.of(node, "an object of expectations", KEYS);
    List<State> states = new ArrayList<>();
    each(fields, "eventually", item -> states(item, end)).forEach(states::addAll);
    return new Expectations(
        each(fields, "always", this::always),
        each(fields, "sometimes", this::sometimes),
        states.stream().filter(state -> state.same).map(State::asSame).toList(),
        states.stream().filter(state -> !state.same).map(State::asDelivered).toList(),
        each(fields, "decisions", this::decision),
        fields.find("replication").map(REPLICATION::parse).isPresent());
  }

  private <T> List<T> each(Fields fields, String key, Function<Node, T> reader) {
    List<T> all = new ArrayList<>();
    for (Node item : fields.list(key, "a list")) {
      draft.problems().attempt(() -> reader.apply(item)).ifPresent(all::add);
    }
    return all;
  }

  private Always always(Node node) {
    return new Always(
        Draft.known(node, "invariant", draft.vocabulary().invariants()), node.origin());
  }

  private Sometimes sometimes(Node node) {
    Fields fields = Fields.of(node, "replicated or denied", List.of("replicated", "denied"));
    if (fields.has("replicated") == fields.has("denied")) {
      throw InputError.at(node.origin(), "not one thing that may happen", "replicated or denied");
    }
    return fields.has("replicated")
        ? replicated(fields.need("replicated"), node)
        : denied(fields.need("denied"), node);
  }

  private Sometimes replicated(Node node, Node item) {
    Fields fields = Fields.of(node, "store, from and to", List.of("store", "from", "to"));
    return new Sometimes.Replicated(
        draft.store(fields.need("store")),
        selectors.one(fields.need("from")),
        selectors.one(fields.need("to")),
        item.origin());
  }

  private Sometimes denied(Node node, Node item) {
    Fields fields = Fields.of(node, "at, from and to", List.of("at", "from", "to"));
    return new Sometimes.Denied(
        Draft.known(fields.need("at"), "stage", draft.vocabulary().stages()),
        fields.find("from").map(selectors::one),
        fields.find("to").map(selectors::one),
        item.origin());
  }

  /** A state to reach, of either kind. */
  private record State(
      boolean same,
      String store,
      List<DeviceName> on,
      Duration within,
      Duration after,
      Origin origin) {
    Same asSame() {
      return new Same(store, on, within, after, origin);
    }

    Delivered asDelivered() {
      return new Delivered(store, on, within, after, origin);
    }
  }

  /** One state, or one for each group when {@code on} is a fleet: groups share nothing. */
  private List<State> states(Node node, Duration end) {
    Fields fields =
        Fields.of(node, "a state to reach", List.of(SAME, DELIVERED, "on", "within", "after"));
    if (fields.has(SAME) == fields.has(DELIVERED)) {
      throw InputError.at(node.origin(), "not one state to reach", "same or delivered");
    }
    boolean same = fields.has(SAME);
    String store = draft.store(fields.need(same ? SAME : DELIVERED));
    Duration within = Times.span(fields.need("within"), SHORTEST, Times.LONGEST);
    Duration after =
        fields
            .find("after")
            .map(span -> Times.span(span, Duration.ZERO, Times.LONGEST))
            .orElse(end);
    Node on = fields.need("on");
    List<List<DeviceName>> groups =
        selectors.wholeFleet(on).map(Fleet::groups).orElseGet(() -> List.of(several(on)));
    return groups.stream()
        .map(group -> new State(same, store, group, within, after, node.origin()))
        .toList();
  }

  private List<DeviceName> several(Node on) {
    List<DeviceName> devices = selectors.many(on);
    boolean oneWord = !(on instanceof Node.Sequence list) || list.items().size() < 2;
    if (oneWord && devices.size() < 2) {
      throw InputError.at(on.origin(), "one device alone", "two devices or more");
    }
    return devices;
  }

  private DecisionExpectation decision(Node node) {
    Fields fields =
        Fields.of(
            node,
            "a decision",
            List.of("from", "to", "store", "stop", "visible", "why", "attempt"));
    return new DecisionExpectation(
        selectors.one(fields.need("from")),
        selectors.one(fields.need("to")),
        draft.store(fields.need("store")),
        fields.has("attempt")
            ? OptionalInt.of((int) Values.whole(fields.need("attempt"), 1, ATTEMPTS_MAX))
            : OptionalInt.empty(),
        Draft.known(fields.need("stop"), "stage", stops),
        fields.find("visible").map(ExpectationReader::visible),
        fields.find("why").map(REASONS::parse),
        node.origin());
  }

  private static String visible(Node node) {
    boolean number = node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.INTEGER;
    return number
        ? Long.toString(Values.whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE))
        : Values.text(node);
  }
}
