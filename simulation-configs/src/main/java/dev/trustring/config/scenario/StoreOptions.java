package dev.trustring.config.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import java.util.Optional;

/**
 * The options with which an app opens a store. A call that takes an object {@code options} beside a
 * {@code storeId} gets those that the app lists for the store, unless its step gives its own.
 */
final class StoreOptions {

  static final String OPTIONS = "options";
  static final String STORE_ID = "storeId";
  private static final String LABEL = "securityLevel";

  private final Draft draft;

  StoreOptions(Draft draft) {
    this.draft = draft;
  }

  /** Whether a call opens a store with options. */
  static boolean areTakenBy(CallSpec spec) {
    return spec.param(STORE_ID).isPresent() && spec.param(OPTIONS).isPresent();
  }

  /** The parameter that the first such call of the registry has for them. */
  static Optional<Param> param(Vocabulary vocabulary) {
    return vocabulary.calls().specs().stream()
        .filter(StoreOptions::areTakenBy)
        .flatMap(spec -> spec.param(OPTIONS).stream())
        .filter(param -> param.type() == ParamType.OBJECT)
        .findFirst();
  }

  /** The options that an app lists for a store, checked as the call would check them. */
  ObjectNode read(Node.Entry entry) {
    Optional<Param> options = param(draft.vocabulary());
    if (options.isEmpty()) {
      throw InputError.at(entry.origin(), "no call opens a store with options");
    }
    return new ArgumentReader(draft).object(options.get().fields(), entry.value());
  }

  /** Where the security level of some options is written. */
  static Optional<Node> label(Node options) {
    return options instanceof Node.Mapping mapping
        ? mapping.find(LABEL).map(Node.Entry::value)
        : Optional.empty();
  }

  /** What the app lists for the store whose id is written there. */
  Optional<ObjectNode> of(Optional<String> alias, Optional<Node> storeId) {
    return alias
        .flatMap(draft::app)
        .flatMap(app -> storeId.map(Values::text).map(id -> app.stores().get(id)))
        .map(ObjectNode::deepCopy);
  }
}
