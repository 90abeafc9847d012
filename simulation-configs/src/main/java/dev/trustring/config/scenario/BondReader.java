package dev.trustring.config.scenario;

import dev.trustring.config.text.Fields;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import dev.trustring.config.text.Words;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the bonds that exist before the story begins. */
final class BondReader {

  static final Words<String> WAYS = Words.of("way to bond", List.of("pin"), Function.identity());

  private static final List<String> KEYS = List.of("between", "by", "for");

  private final Draft draft;
  private final Selectors selectors;
  private final Set<String> seen = new TreeSet<>();

  BondReader(Draft draft) {
    this.draft = draft;
    this.selectors = new Selectors(draft);
  }

  Bond read(Node node) {
    Fields fields = Fields.of(node, "a bond", KEYS);
    Node between = fields.need("between");
    List<DeviceName> pair =
        Values.list(between, "a list of two devices").stream().map(selectors::one).toList();
    if (pair.size() != 2 || pair.get(0).equals(pair.get(1))) {
      throw InputError.at(between.origin(), "a bond is between two devices", "two different ones");
    }
    WAYS.parse(fields.need("by"));
    Optional<String> app = app(fields.need("for"), pair);
    Bond bond = new Bond(pair.get(0), pair.get(1), app);
    if (!seen.add(new TreeSet<>(pair) + " " + app)) {
      throw InputError.at(node.origin(), "the same bond comes twice");
    }
    return bond;
  }

  private Optional<String> app(Node node, List<DeviceName> pair) {
    if (node instanceof Node.Scalar scalar && scalar.text().equals(Vocabulary.USER)) {
      return Optional.empty();
    }
    String alias = draft.alias(node);
    selectors.checkInstalled(node, pair, alias);
    return Optional.of(alias);
  }
}
