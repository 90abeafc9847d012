package dev.trustring.config.scenario;

import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import dev.trustring.config.text.Values;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the links between two devices that differ from their network, and the shape of any. */
final class LinkReader {

  /** The keys that give a link its shape. */
  static final List<String> SHAPE = List.of("loss", "tail", "duplicates", "reorders", "bandwidth");

  static final List<String> TAIL = List.of("share", "by");
  static final int BANDWIDTH_MIN = 100;
  static final int BANDWIDTH_MAX = 1_000_000_000;

  private static final List<String> KEYS =
      Stream.concat(Stream.of("from", "to", "between", "latency"), SHAPE.stream()).toList();
  private static final Duration LONGEST_TAIL = Duration.ofMinutes(10);

  private final Selectors selectors;
  private final Set<String> seen = new TreeSet<>();

  LinkReader(Draft draft) {
    this.selectors = new Selectors(draft);
  }

  /** One link, or two, when both directions are alike. */
  List<Link> read(Node node) {
    Fields fields = Fields.of(node, "a link", KEYS);
    Times.Range latency = NetworkReader.latency(fields.need("latency"));
    LinkShape shape = shape(fields);
    List<Link> links = new ArrayList<>();
    for (List<DeviceName> ends : ends(fields)) {
      if (!seen.add(ends.get(0) + " " + ends.get(1))) {
        throw InputError.at(
            node.origin(), "the link from " + ends.get(0) + " to " + ends.get(1) + " comes twice");
      }
      links.add(new Link(ends.get(0), ends.get(1), latency.min(), latency.max(), shape));
    }
    return links;
  }

  private List<List<DeviceName>> ends(Fields fields) {
    boolean bothWays = fields.has("between");
    if (bothWays) {
      fields.refuse("from", "between is both ways");
      fields.refuse("to", "between is both ways");
    }
    List<DeviceName> pair =
        bothWays
            ? Values.list(fields.need("between"), "a list of two devices").stream()
                .map(selectors::one)
                .toList()
            : List.of(selectors.one(fields.need("from")), selectors.one(fields.need("to")));
    if (pair.size() != 2 || pair.get(0).equals(pair.get(1))) {
      throw InputError.at(fields.origin(), "a link is between two devices", "two different ones");
    }
    return bothWays ? List.of(pair, List.of(pair.get(1), pair.get(0))) : List.of(pair);
  }

  /** What the shape keys of an object say. */
  static LinkShape shape(Fields fields) {
    LinkShape tail =
        fields
            .find("tail")
            .map(node -> tail(Fields.of(node, "a slow tail", TAIL)))
            .orElse(LinkShape.EVEN);
    return tail.and(LinkShape.losing(share(fields, "loss")))
        .and(LinkShape.duplicating(share(fields, "duplicates")))
        .and(LinkShape.reordering(share(fields, "reorders")))
        .and(
            fields
                .find("bandwidth")
                .map(node -> Values.whole(node, BANDWIDTH_MIN, BANDWIDTH_MAX))
                .map(LinkShape::ofBandwidth)
                .orElse(LinkShape.EVEN));
  }

  private static LinkShape tail(Fields fields) {
    return LinkShape.tailed(
        Values.decimal(fields.need("share"), 0, 1),
        Times.span(fields.need("by"), Duration.ZERO, LONGEST_TAIL));
  }

  private static double share(Fields fields, String key) {
    return fields.find(key).map(node -> Values.decimal(node, 0, 1)).orElse(0.0);
  }
}
